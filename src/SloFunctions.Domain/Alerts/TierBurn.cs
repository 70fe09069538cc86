using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Alerts;

/// <summary>Judges counts by a tier of the burn-rate alerts.</summary>
public static class TierBurn
{
    // A quiet hour in which a few requests fail burns fast and spends little.
    private const double LeastSpent = 0.5;

    /// <summary>The burn rate of a tier's long window, where it matters: where half of the share of the budget that the tier stands for was spent.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="window">What was counted in its long window.</param>
    /// <param name="sloWindow">What was counted in the SLO window.</param>
    /// <param name="target">The share of good requests promised, in (0, 1).</param>
    /// <returns>Null where it does not matter, or nothing was counted.</returns>
    public static double? RateOf(BurnRateTier tier, SliCounts window, SliCounts sloWindow, double target)
    {
        double least = LeastSpent * (double)tier.BudgetShare(ErrorBudget.SloWindow);
        return BudgetBalance.Of(sloWindow, target) is { } balance && window.Bad >= least * balance.AllowedBad ? BurnRate.Of(window, target) : null;
    }

    /// <summary>Whether the burn rate matters and is above the tier's factor.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="window">What was counted in its long window.</param>
    /// <param name="sloWindow">What was counted in the SLO window.</param>
    /// <param name="target">The share of good requests promised, in (0, 1).</param>
    public static bool IsOver(BurnRateTier tier, SliCounts window, SliCounts sloWindow, double target) =>
        RateOf(tier, window, sloWindow, target) > (double)tier.Factor;
}
