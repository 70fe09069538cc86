using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Drift;

/// <summary>Writes what was found of a series for people and programs.</summary>
public static class DriftRendering
{
    private const double MillisecondsPerSecond = 1000;

    /// <summary>The findings as they are published.</summary>
    public static DriftFindingsDocument Findings(DriftSignal signal, DriftJudgement judgement) => new(
        Term<DriftSignal>.Name(signal),
        Term<DriftReason>.Name(judgement.Reason),
        judgement.Vote?.Detectors.Count(d => d.IsDetected) ?? 0,
        judgement.Vote?.VotedAt,
        judgement.Vote?.Points ?? 0,
        judgement.Change is { } change ? Change(signal, change) : null,
        [.. judgement.Vote?.Detectors.Select(Detector) ?? []]);

    /// <summary>A drift in one sentence.</summary>
    public static string Sentence(DriftFindingsDocument findings)
    {
        if (findings.Change is not { } change) return "The series is not as usual.";
        bool isLatency = findings.Series == Term<DriftSignal>.Name(DriftSignal.Latency);
        string what = isLatency ? "The 99th percentile of latency" : "The share of failed requests";
        string way = change.Direction == Term<DriftDirection>.Name(DriftDirection.Up) ? "above" : "below";
        string by = change.ChangePercent is { } percent ? Text.Invariant($"{Math.Abs(percent):0.#} % {way}") : way;
        string levels = isLatency
            ? Text.Invariant($"{change.Level:0.##} ms instead of {change.Usual:0.##} ms")
            : Text.Invariant($"{change.Level * 100:0.####} % instead of {change.Usual * 100:0.####} %");
        return Text.Invariant($"{what} has been {by} its usual level since {change.Onset.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {levels}.");
    }

    private static DriftChangeDocument Change(DriftSignal signal, DriftChange change)
    {
        double unit = signal == DriftSignal.Latency ? MillisecondsPerSecond : 1;
        return new DriftChangeDocument(
            Term<DriftDirection>.Name(change.Direction),
            change.Ratio is { } ratio && double.IsFinite(ratio) ? Significant.Of((ratio - 1) * 100) : null,
            Finite(change.Usual * unit),
            Finite(change.Level * unit),
            change.Onset,
            Significant.Of(change.Lasted.TotalMinutes),
            change.BurnRate is { } rate && double.IsFinite(rate) ? Significant.Of(rate) : null);
    }

    private static DetectorDocument Detector(DetectorReading reading) => new(
        Term<DriftDetector>.Name(reading.Detector), reading.IsDetected, Finite(reading.Statistic), Finite(reading.Threshold), reading.DetectedAt);

    // JSON has no other numbers.
    private static double Finite(double value) => double.IsFinite(value) ? Significant.Of(value) : 0;
}
