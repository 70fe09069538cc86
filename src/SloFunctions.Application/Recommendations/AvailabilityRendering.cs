using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
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
        Guid id, ServiceId service, SliHistory history, CompositeBound bound, IReadOnlyList<AvailabilityTier> tiers) => new(
            id,
            "error_rate",
            Percent.Of(bound.Achieved),
            new TiersDocument<AvailabilityTierDocument>(
                Tier(tiers[(int)Domain.Recommendations.Tier.Conservative]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Tier(tiers[(int)Domain.Recommendations.Tier.Aggressive])),
            new AvailabilityExplanation(
                Summary(service, history, bound, tiers[(int)Domain.Recommendations.Tier.Balanced]),
                Impact(bound)));

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

    private static string Summary(ServiceId service, SliHistory history, CompositeBound bound, AvailabilityTier balanced)
    {
        string achieved = bound.Achieved is { } kept
            ? Text.Invariant($"{service} achieved {Percent.Of(kept):0.######}% availability over {history.Window.Hours / 24} days.")
            : $"{service} has no measured availability.";
        string target = balanced.Target is { } t && bound.Achieved is { } a
            ? Text.Invariant($" The Balanced target of {Percent.Of(t):0.######}% provides {Percent.Of(a - t):0.######}% margin.")
            : " No Balanced target can be recommended.";
        string composite = Text.Invariant(
            $" Composite availability bound is {Percent.Of(bound.Bound):0.######}% given {bound.HardDependencies} hard {(bound.HardDependencies == 1 ? "dependency" : "dependencies")}.");
        string masked = bound.IsMasked
            ? " The service does better than its dependencies allow, so some of them are softer than declared and the bound is no cap."
            : "";
        return achieved + target + composite + masked;
    }

    private static DependencyImpactDocument Impact(CompositeBound bound) => new(
        Percent.Of(bound.Achieved),
        Percent.Of(bound.SelfAvailability),
        Percent.Of(bound.DependencyCeiling),
        Percent.Of(bound.Bound),
        "exact",
        bound.IsMasked,
        bound.HardDependencies,
        bound.Bottleneck?.Value,
        bound is { Bottleneck: { } service, BottleneckAvailability: { } availability }
            ? Text.Invariant($"{service} is available {Percent.Of(availability):0.######}% and costs up to {Percent.Of(1 - availability):0.######} percentage points.")
            : null,
        [.. bound.Unmeasured.Select(s => s.Value)]);
}
