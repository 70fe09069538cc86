using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>What was counted of one objective over windows of several lengths that end together.</summary>
/// <param name="SloWindow">The SLO window of 28 days; hours before the objective was in force count too, because the window rolls.</param>
/// <param name="ThreeDays">The last three days.</param>
/// <param name="Day">The last day.</param>
/// <param name="SixHours">The last six hours.</param>
/// <param name="Hour">The last hour.</param>
public sealed record BudgetCounts(ObjectiveCounts SloWindow, ObjectiveCounts ThreeDays, ObjectiveCounts Day, ObjectiveCounts SixHours, ObjectiveCounts Hour)
{
    /// <summary>Nothing was measured.</summary>
    public static readonly BudgetCounts None = new(ObjectiveCounts.None, ObjectiveCounts.None, ObjectiveCounts.None, ObjectiveCounts.None, ObjectiveCounts.None);
}
