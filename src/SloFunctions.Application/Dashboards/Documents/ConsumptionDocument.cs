namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>Objectives that have consumed about as much of their error budgets.</summary>
/// <param name="From">The consumed share that it begins at.</param>
/// <param name="To">The one that it ends at; null for everything above 1.</param>
/// <param name="Objectives">How many there are.</param>
public sealed record ConsumptionDocument(double From, double? To, int Objectives);
