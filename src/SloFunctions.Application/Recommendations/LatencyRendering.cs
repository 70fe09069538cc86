using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes latency tiers with their explanation.</summary>
internal static class LatencyRendering
{
    private const double P99 = 0.99;
    private const int ShareDecimals = 6;

    public static LatencyRecommendation Render(
        RecommendationEvidence evidence, IReadOnlyList<LatencyTier> tiers, ColdStart? coldStart, IReadOnlyList<HistoryChange> changes)
    {
        double? p99 = evidence.History.Latency is { } latency && !latency.IsBeyondBounds(P99) ? latency.Quantile(P99) : null;
        return new LatencyRecommendation(
            evidence.LatencyId,
            "p99_response_time_ms",
            Milliseconds.Of(p99),
            ConfidenceAssessment.OfLatency(evidence, coldStart, changes),
            new TiersDocument<LatencyTierDocument>(
                Tier(tiers[(int)Domain.Recommendations.Tier.Conservative]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Aggressive])),
            Explain(evidence, p99, tiers[(int)Domain.Recommendations.Tier.Balanced]));
    }

    private static LatencyExplanation Explain(RecommendationEvidence evidence, double? p99, LatencyTier balanced)
    {
        bool isMeasured = evidence.History.Latency is not null;
        var explained = ExplainedLatency.Of(evidence);
        return new LatencyExplanation(
            isMeasured ? Summary(p99, evidence.History, balanced) : UsualSummary(evidence, balanced),
            explained is null ? [] : AttributionRendering.OfLatency(explained.Attributed),
            explained is null ? null : AttributionRendering.BasisOfLatency(explained.Attributed, evidence.Profile.Archetype),
            explained is null ? [] : CounterfactualRendering.Render(explained),
            isMeasured ? Math.Round(NoiseMargin.For(HistoricalLatency.ThrottledShare(evidence.History)), ShareDecimals) : 0,
            HistoricalLatency.HoursLeftOut(evidence.History),
            JourneyRendering.Render(evidence.Journey),
            isMeasured ? JourneyRendering.Note(evidence.Journey) : "No latency histogram was measured.",
            [.. Notes(evidence, p99)]);
    }

    private static LatencyTierDocument Tier(LatencyTier tier) => new(
        Milliseconds.Of(tier.TargetSeconds),
        tier.Percentile,
        Milliseconds.Of(tier.RawSeconds),
        Share(tier.BreachProbability),
        Share(tier.BreachShare),
        tier.Windows,
        tier.Notes);

    private static string Summary(double? p99, SliHistory history, LatencyTier balanced)
    {
        int days = history.Window.Hours / 24;
        if (p99 is not { } seconds) return $"The p99 latency over {days} days lies beyond the highest bucket boundary.";
        string measured = Text.Invariant($"End-to-end p99 latency measured at {seconds * 1000:0.#} ms over {days} days.");
        return balanced.TargetSeconds is { } target
            ? measured + Text.Invariant($" The Balanced target of {target * 1000:0.#} ms provides {((target / seconds) - 1) * 100:0.#}% headroom.")
            : measured;
    }

    private static string UsualSummary(RecommendationEvidence evidence, LatencyTier balanced) => Text.Invariant(
        $"{evidence.Service} has no measured latency. The Balanced target of {balanced.TargetSeconds * 1000:0.#} ms is what is usual for a service of kind {Term<Archetype>.Name(evidence.Profile.Archetype)}.");

    private static IEnumerable<string> Notes(RecommendationEvidence evidence, double? p99)
    {
        int hoursLeftOut = HistoricalLatency.HoursLeftOut(evidence.History);
        if (hoursLeftOut > 0) yield return Text.Invariant($"Hours measured with an earlier bucket layout are left out: {hoursLeftOut}.");
        if (p99 is not null && HistoricalLatency.ThrottledShare(evidence.History) is null) yield return "CPU throttling was not measured: the least margin applies.";
        foreach (string note in JourneyRendering.Notes(evidence.Journey, p99)) yield return note;
    }

    private static double? Share(double? share) => share is { } value ? Math.Round(value, ShareDecimals) : null;
}
