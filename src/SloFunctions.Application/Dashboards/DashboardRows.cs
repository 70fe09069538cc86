namespace SloFunctions.Application.Dashboards;

/// <summary>All rows under the dashboards, of one computation.</summary>
/// <param name="Stamp">What they are of; null before the first computation.</param>
/// <param name="Coverage">Services, a row for each team and criticality.</param>
/// <param name="Objectives">Objectives in force, in no order.</param>
/// <param name="Decisions">Decisions about recommendations.</param>
public sealed record DashboardRows(
    DashboardStamp? Stamp, IReadOnlyList<CoverageRow> Coverage, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<DecisionRow> Decisions);
