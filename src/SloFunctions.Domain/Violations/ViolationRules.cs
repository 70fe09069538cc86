using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.Violations;

/// <summary>When an objective is violated.</summary>
public static class ViolationRules
{
    // A violation ends when a rate is clearly below where it began.
    private const double Clearly = 0.8;

    /// <summary>
    /// The table, from the operations documents: an exhausted budget and the fastest burn rate (14.4 there, at 30 days) are for
    /// the page; the slower burn rates (6 and 3 there, and the 1 of three days) and a budget of which less than a tenth is left
    /// are for a ticket. The factors are those of the alerts, which are the same shares of the budget at 28 days. Where a
    /// violation ends is ours.
    /// </summary>
    public static IReadOnlyList<ViolationRule> All { get; } =
    [
        new("budget-exhausted", ViolationSeverity.Critical, Consumed, 1, 0.98),
        Burning("page-fast", ViolationSeverity.Critical, c => c.Hour),
        new("budget-below-tenth", ViolationSeverity.Warning, Consumed, 0.9, 0.88),
        Burning("page-slow", ViolationSeverity.Warning, c => c.SixHours),
        Burning("ticket-fast", ViolationSeverity.Warning, c => c.Day),
        Burning("ticket-slow", ViolationSeverity.Warning, c => c.ThreeDays),
    ];

    /// <summary>Whether an objective is violated.</summary>
    /// <param name="severity">How badly.</param>
    /// <param name="counts">What was counted of it.</param>
    /// <param name="target">Its target, in (0, 1).</param>
    /// <param name="isOpen">Whether such a violation is open, which then has to end.</param>
    public static bool IsViolated(ViolationSeverity severity, BudgetCounts counts, double target, bool isOpen) =>
        All.Any(r => r.Severity == severity && r.Holds(counts, target, isOpen));

    /// <summary>The highest burn rate of the windows up to three days; null when none is known.</summary>
    public static double? WorstBurnRate(BudgetCounts counts, double target)
    {
        ObjectiveCounts[] windows = [counts.Hour, counts.SixHours, counts.Day, counts.ThreeDays];
        return windows.Max(w => BurnRate.Of(w.Counts, target));
    }

    private static ViolationRule Burning(string tier, ViolationSeverity severity, Func<BudgetCounts, ObjectiveCounts> window)
    {
        var found = BurnRatePolicy.Tiers.Single(t => t.Name == tier);
        double factor = (double)found.Factor;
        return new ViolationRule(tier, severity, (counts, target) => TierBurn.RateOf(found, window(counts).Counts, counts.SloWindow.Counts, target), factor, factor * Clearly);
    }

    private static double? Consumed(BudgetCounts counts, double target) => BudgetBalance.Of(counts.SloWindow.Counts, target)?.ConsumedShare;
}
