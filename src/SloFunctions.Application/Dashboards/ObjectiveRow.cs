using SloFunctions.Application.Reports;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Dashboards;

/// <summary>One objective of an SLO in force with what was counted of it.</summary>
/// <param name="Objective">The objective, and what was promised of it.</param>
/// <param name="Recent">What was counted in the last 28 days of telemetry, hour by hour.</param>
/// <param name="InForce">The whole days that it has been in force, at most the last 28; null when there is none.</param>
/// <param name="CountsInForce">What was counted in them.</param>
public sealed record ObjectiveRow(AcceptedObjective Objective, ObjectiveCounts Recent, TimeWindow? InForce, ObjectiveCounts CountsInForce)
{
    /// <summary>What is left of its error budget.</summary>
    public BudgetReading Budget { get; } = BudgetReading.Of(Objective.Target, Recent);

    /// <summary>What became of it since it is in force.</summary>
    public ObjectiveJudgement Judgement { get; } = InForce is { } days && days.Hours >= RealisedDays.Fewest * 24
        ? ObjectiveJudgement.Of(Objective.Target, Objective.ActivatedAt, days, CountsInForce)
        : new ObjectiveJudgement(NotJudgedReason.ActivatedDuringWindow, null, null, IsBreached: false);
}
