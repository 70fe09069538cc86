namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>Objectives by state of the error budget policy.</summary>
/// <param name="Normal">More than half of the budget is left.</param>
/// <param name="Caution">A quarter to a half is left.</param>
/// <param name="Freeze">A tenth to a quarter is left.</param>
/// <param name="Incident">Less is left.</param>
/// <param name="Exhausted">Nothing is left.</param>
public sealed record BudgetStateCounts(int Normal, int Caution, int Freeze, int Incident, int Exhausted);
