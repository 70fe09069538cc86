using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes latency tiers with their explanation.</summary>
internal static class LatencyRendering
{
    private const double P99 = 0.99;
    private const int MillisecondDecimals = 3;
    private const int ShareDecimals = 6;

    public static LatencyRecommendation Render(RecommendationEvidence evidence, IReadOnlyList<LatencyTier> tiers, ColdStart? coldStart)
    {
        var history = evidence.History;
        var latency = history.Latency!;
        int hoursLeftOut = HistoricalLatency.HoursLeftOut(history);
        double? p99 = latency.IsBeyondBounds(P99) ? null : latency.Quantile(P99);
        return new LatencyRecommendation(
            evidence.LatencyId,
            "p99_response_time_ms",
            Milliseconds(p99),
            ConfidenceAssessment.OfLatency(evidence, coldStart),
            new TiersDocument<LatencyTierDocument>(
                Tier(tiers[(int)Domain.Recommendations.Tier.Conservative]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Aggressive])),
            new LatencyExplanation(
                Summary(p99, history, tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Math.Round(NoiseMargin.For(HistoricalLatency.ThrottledShare(history)), ShareDecimals),
                hoursLeftOut,
                Note(hoursLeftOut)));
    }

    private static LatencyTierDocument Tier(LatencyTier tier) => new(
        Milliseconds(tier.TargetSeconds),
        tier.Percentile,
        Milliseconds(tier.RawSeconds),
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

    private static string Note(int hoursLeftOut)
    {
        const string Method = "Measured from the service's own end-to-end latency histogram; percentiles of dependencies are never added up.";
        return hoursLeftOut == 0
            ? Method
            : Method + Text.Invariant($" Hours measured with an earlier bucket layout are left out: {hoursLeftOut}.");
    }

    private static double? Share(double? share) => share is { } value ? Math.Round(value, ShareDecimals) : null;

    private static double? Milliseconds(double? seconds) => seconds is { } value ? Math.Round(value * 1000, MillisecondDecimals) : null;
}
