using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Prediction;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Turns evidence into a document. Nothing else enters: no clock, no ids, no store, so that every answer can be computed again.</summary>
internal static class Recommender
{
    /// <summary>The version of the computation; grows with every change that can move a figure or a word.</summary>
    public const int EngineVersion = 1;

    public static RecommendationDocument Recommend(RecommendationEvidence evidence, DownstreamLandscape downstream)
    {
        var window = evidence.History.Window;
        var coldStart = ColdStart.Of(evidence.Profile, window.End);
        var changes = HistoryChanges.Of(evidence.History);
        return new RecommendationDocument(
            evidence.RecommendationId,
            evidence.Service.Value,
            evidence.GeneratedAt,
            evidence.ExpiresAt,
            Stale: false,
            Term<RecommendationMethod>.Name(evidence.Method),
            new WindowDocument(window.Start, window.End),
            DataQualityRendering.Render(evidence, coldStart, changes),
            evidence.SnapshotId,
            [.. Items(evidence, downstream, coldStart, changes)])
        {
            ColdStart = coldStart is null ? null : ColdStartRendering.Render(coldStart),
            Provenance = ProvenanceRendering.Render(evidence, downstream.Landscape.Evidence.Prior),
        };
    }

    private static IEnumerable<RecommendationItem> Items(
        RecommendationEvidence evidence, DownstreamLandscape downstream, ColdStart? coldStart, IReadOnlyList<HistoryChange> changes)
    {
        if (Availability(evidence, downstream, coldStart, changes) is { } availability) yield return availability;

        var latency = Latency(evidence, coldStart);
        if (latency.Count > 0) yield return LatencyRendering.Render(evidence, latency, coldStart, changes);
    }

    private static AvailabilityRecommendation? Availability(
        RecommendationEvidence evidence, DownstreamLandscape downstream, ColdStart? coldStart, IReadOnlyList<HistoryChange> changes)
    {
        if (AvailabilityCase.Of(evidence, downstream, coldStart) is not { } known) return null;
        var random = SeededRandom.For(evidence.Seed);
        var tiers = evidence.Method == RecommendationMethod.Predictive
            ? PredictiveAvailability.Tiers(evidence.History, known.Record, known.Prior, known.Limits, random)
            : HistoricalAvailability.Tiers(evidence.History, known.Limits, random);
        return tiers.Count == 0 ? null : AvailabilityRendering.Render(known, tiers, changes);
    }

    // Of a service that nobody has called, or whose history is read literally, nothing follows that was not measured.
    private static IReadOnlyList<LatencyTier> Latency(RecommendationEvidence evidence, ColdStart? coldStart)
    {
        double? usual = coldStart?.Baseline.P99Seconds;
        var measured = HistoricalLatency.Tiers(evidence.History, usual);
        bool isQuiet = evidence.Profile.MeasuredSince is not null && evidence.History.Counts.Total == 0;
        if (measured.Count > 0 || isQuiet || evidence.Method != RecommendationMethod.Predictive) return measured;
        return usual is { } p99 ? UsualLatency.Tiers(p99) : [];
    }
}
