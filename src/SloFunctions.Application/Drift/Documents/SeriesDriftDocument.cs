namespace SloFunctions.Application.Drift.Documents;

/// <summary>Whether one series of a service drifted, as it is published.</summary>
/// <param name="Series">Which series: the 99th percentile of latency, or the share of failed requests.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="Since">Since when; null before it was looked at.</param>
/// <param name="Reason">Why it is so said; null before it was looked at.</param>
/// <param name="Votes">How many detectors tell a change now.</param>
/// <param name="VotesNeeded">How many must.</param>
/// <param name="VotedAt">When most of them did; null when they do not.</param>
/// <param name="Points">How many points were looked at.</param>
/// <param name="Change">The last change; null unless most detectors tell one.</param>
/// <param name="Detectors">What each detector found; empty without a baseline.</param>
/// <param name="Baseline">What the series is held against; null without one.</param>
public sealed record SeriesDriftDocument(
    string Series,
    string Verdict,
    DateTimeOffset? Since,
    string? Reason,
    int Votes,
    int VotesNeeded,
    DateTimeOffset? VotedAt,
    int Points,
    DriftChangeDocument? Change,
    IReadOnlyList<DetectorDocument> Detectors,
    DriftBaselineDocument? Baseline);
