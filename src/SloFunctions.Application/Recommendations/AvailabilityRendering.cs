using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Stationarity;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes availability tiers with their explanation.</summary>
internal static class AvailabilityRendering
{
    private const int MinuteDecimals = 4;
    private const int ShareDecimals = 6;

    public static AvailabilityRecommendation Render(AvailabilityCase known, IReadOnlyList<AvailabilityTier> tiers, IReadOnlyList<HistoryChange> changes)
    {
        var (history, downstream) = (known.Evidence.History, known.Downstream);
        return new AvailabilityRecommendation(
            known.Evidence.AvailabilityId,
            "error_rate",
            Percent.Of(history.Counts.Ratio),
            ConfidenceAssessment.OfAvailability(known, tiers, changes),
            new TiersDocument<AvailabilityTierDocument>(
                Tier(tiers[(int)Domain.Recommendations.Tier.Conservative]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Aggressive])),
            Explain(known, Summary(known.Evidence.Service, history, downstream.Service, tiers[(int)Domain.Recommendations.Tier.Balanced]), tiers));
    }

    private static AvailabilityExplanation Explain(AvailabilityCase known, string summary, IReadOnlyList<AvailabilityTier> tiers)
    {
        var impact = DependencyImpactRendering.Render(known.Downstream, tiers[(int)Domain.Recommendations.Tier.Balanced].Target);
        if (ExplainedAvailability.Of(known) is not { } explained) return new AvailabilityExplanation(summary, [], null, [], impact);
        return new AvailabilityExplanation(
            summary,
            AttributionRendering.OfAvailability(explained.Attributed),
            AttributionRendering.BasisOfAvailability(explained.Attributed),
            CounterfactualRendering.Render(explained),
            impact);
    }

    private static AvailabilityTierDocument Tier(AvailabilityTier tier) => new(
        Percent.Of(tier.Target),
        Percent.Of(tier.RawTarget),
        tier.Target is { } month ? Math.Round(ErrorBudget.MonthlyMinutes(month), MinuteDecimals) : null,
        tier.Target is { } window ? Math.Round(ErrorBudget.SloWindowMinutes(window), MinuteDecimals) : null,
        tier.BreachProbability is { } p ? Math.Round(p, ShareDecimals) : null,
        tier.HistoricalBreachShare is { } share ? Math.Round(share, ShareDecimals) : null,
        tier.Windows,
        [Percent.Of(tier.Interval.Lower), Percent.Of(tier.Interval.Upper)],
        tier.ExceedsCompositeBound,
        tier.Notes);

    private static string Summary(ServiceId service, SliHistory history, ServiceAvailability known, AvailabilityTier balanced)
    {
        double? ratio = history.Counts.Ratio;
        string achieved = ratio is { } kept
            ? Text.Invariant($"{service} achieved {Percent.Of(kept):0.######}% availability over {history.Window.Hours / 24} days.")
            : $"{service} has no measured availability.";
        string target = balanced.Target is { } t && ratio is { } a
            ? Text.Invariant($" The Balanced target of {Percent.Of(t):0.######}% provides {Percent.Of(a - t):0.######}% margin.")
            : balanced.Target is { } usual ? Text.Invariant($" The Balanced target of {Percent.Of(usual):0.######}% is what is usual for services of this kind.") : " No Balanced target can be recommended.";
        string composite = Text.Invariant(
            $" Composite availability bound is {Percent.Of(known.Bound.Availability):0.######}% given {known.Dependencies} hard {(known.Dependencies == 1 ? "dependency" : "dependencies")}.");
        string masked = known.IsMasked
            ? " The service does better than its dependencies allow, so some of them are softer than declared and the bound is no cap."
            : "";
        return achieved + target + composite + masked;
    }
}
