using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>What is known of the error budget of one objective over a window: its balance, or why there is none.</summary>
/// <param name="Gap">Why there is none; null when there is one.</param>
/// <param name="Balance">The balance; null when there is none.</param>
public sealed record BudgetReading(BudgetGap? Gap, BudgetBalance? Balance)
{
    /// <summary>What the policy asks for; null when nothing is known.</summary>
    public BudgetState? State => Balance is null ? null : ErrorBudgetPolicy.StateOf(Balance);

    /// <summary>Whether the objective cannot be measured, however much traffic there is.</summary>
    public bool IsUnmeasurable => Gap is BudgetGap.ThresholdOffBuckets or BudgetGap.NoHistogram;

    /// <summary>Reads the budget from what was counted in the window. Hours that tell nothing of the objective are left out.</summary>
    /// <param name="target">The share of good requests promised, in (0, 1).</param>
    /// <param name="counts">The counts.</param>
    public static BudgetReading Of(double target, ObjectiveCounts counts)
    {
        if (counts.HoursMeasured == 0) return new BudgetReading(BudgetGap.NoTelemetry, null);
        if (counts.HoursUsable == 0) return new BudgetReading(counts.HoursOffBuckets > 0 ? BudgetGap.ThresholdOffBuckets : BudgetGap.NoHistogram, null);
        return BudgetBalance.Of(counts.Counts, target) is { } balance ? new BudgetReading(null, balance) : new BudgetReading(BudgetGap.NoTraffic, null);
    }
}
