namespace SloFunctions.Application.Drift.Documents;

/// <summary>What was found of a series, as it is published and kept.</summary>
/// <param name="Series">Which series.</param>
/// <param name="Reason">Why it is, or is not, said to have drifted.</param>
/// <param name="Votes">How many detectors tell a change now.</param>
/// <param name="VotedAt">When most of them did; null when they do not.</param>
/// <param name="Points">How many points were looked at.</param>
/// <param name="Change">The last change; null unless most detectors tell one.</param>
/// <param name="Detectors">What each detector found; empty without a baseline.</param>
public sealed record DriftFindingsDocument(
    string Series,
    string Reason,
    int Votes,
    DateTimeOffset? VotedAt,
    int Points,
    DriftChangeDocument? Change,
    IReadOnlyList<DetectorDocument> Detectors);
