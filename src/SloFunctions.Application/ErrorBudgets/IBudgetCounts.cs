namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Reads what was counted of the objectives in force, in one pass however many services are asked for.</summary>
public interface IBudgetCounts
{
    /// <summary>Reads the counts. A service without an SLO in force has no objective in the answer.</summary>
    Task<CountedObjectives> ReadAsync(BudgetScope scope, CancellationToken cancellation);
}
