using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>An objective with what was counted of it.</summary>
/// <param name="Objective">The objective.</param>
/// <param name="Counts">The counts.</param>
public sealed record CountedObjective(BudgetObjective Objective, BudgetCounts Counts);
