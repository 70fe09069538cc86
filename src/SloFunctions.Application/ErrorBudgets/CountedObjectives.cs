namespace SloFunctions.Application.ErrorBudgets;

/// <summary>What was counted of the objectives in force.</summary>
/// <param name="Through">The end of the last hour stored, where every window ends; null before the first, when nothing is counted.</param>
/// <param name="Objectives">Every objective, of a service availability before latency; without counts where nothing was measured.</param>
public sealed record CountedObjectives(DateTimeOffset? Through, IReadOnlyList<CountedObjective> Objectives);
