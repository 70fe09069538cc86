using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>Publishes availability tiers with their explanation.</summary>
internal static class AvailabilityRendering
{
    private const int MinuteDecimals = 4;
    private const int ShareDecimals = 6;

    public static AvailabilityRecommendation Render(
        Guid id, ServiceId service, SliHistory history, DownstreamLandscape downstream, IReadOnlyList<AvailabilityTier> tiers) => new(
            id,
            "error_rate",
            Percent.Of(downstream.Service.Achieved),
            new TiersDocument<AvailabilityTierDocument>(
                Tier(tiers[(int)Domain.Recommendations.Tier.Conservative]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Aggressive])),
            new AvailabilityExplanation(
                Summary(service, history, downstream.Service, tiers[(int)Domain.Recommendations.Tier.Balanced]),
                DependencyImpactRendering.Render(downstream, tiers[(int)Domain.Recommendations.Tier.Balanced].Target)));

    private static AvailabilityTierDocument Tier(AvailabilityTier tier) => new(
        Percent.Of(tier.Target),
        Percent.Of(tier.RawTarget),
        tier.Target is { } month ? Math.Round(ErrorBudget.MonthlyMinutes(month), MinuteDecimals) : null,
        tier.Target is { } window ? Math.Round(ErrorBudget.SloWindowMinutes(window), MinuteDecimals) : null,
        tier.BreachShare is { } p ? Math.Round(p, ShareDecimals) : null,
        tier.BreachShare is { } share ? Math.Round(share, ShareDecimals) : null,
        tier.Windows,
        [Percent.Of(tier.Interval.Lower), Percent.Of(tier.Interval.Upper)],
        tier.ExceedsCompositeBound,
        tier.Notes);

    private static string Summary(ServiceId service, SliHistory history, ServiceAvailability known, AvailabilityTier balanced)
    {
        string achieved = known.Achieved is { } kept
            ? Text.Invariant($"{service} achieved {Percent.Of(kept):0.######}% availability over {history.Window.Hours / 24} days.")
            : $"{service} has no measured availability.";
        string target = balanced.Target is { } t && known.Achieved is { } a
            ? Text.Invariant($" The Balanced target of {Percent.Of(t):0.######}% provides {Percent.Of(a - t):0.######}% margin.")
            : " No Balanced target can be recommended.";
        string composite = Text.Invariant(
            $" Composite availability bound is {Percent.Of(known.Bound.Availability):0.######}% given {known.Dependencies} hard {(known.Dependencies == 1 ? "dependency" : "dependencies")}.");
        string masked = known.IsMasked
            ? " The service does better than its dependencies allow, so some of them are softer than declared and the bound is no cap."
            : "";
        return achieved + target + composite + masked;
    }
}
