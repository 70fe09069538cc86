namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>A row of the error budget policy: what holds from some remaining share on, up to the row before it.</summary>
/// <param name="State">The state.</param>
/// <param name="From">The least remaining share, at most 1.</param>
/// <param name="IsFromIncluded">Whether exactly that share belongs to it.</param>
/// <param name="Action">What is to be done, as a sentence.</param>
public sealed record BudgetBand(BudgetState State, double From, bool IsFromIncluded, string Action)
{
    /// <summary>Whether a remaining share reaches this row.</summary>
    public bool IsReachedBy(double remainingShare) => IsFromIncluded ? remainingShare >= From : remainingShare > From;
}
