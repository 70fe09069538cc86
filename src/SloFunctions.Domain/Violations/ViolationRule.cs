using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Violations;

/// <summary>
/// One reason for a violation. It begins beyond one limit and ends on the other side of another, so that a figure which wavers
/// about a limit makes one violation and not many.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Figure">What is compared: a burn rate, or the consumed share of the budget; null when it is not known.</param>
/// <param name="Begins">Above this it begins.</param>
/// <param name="Ends">Below this it ends; at most where it begins.</param>
public sealed record ViolationRule(string Name, ViolationSeverity Severity, Func<BudgetCounts, double, double?> Figure, double Begins, double Ends)
{
    /// <summary>Whether the reason holds. What is not known does not.</summary>
    /// <param name="counts">What was counted of the objective.</param>
    /// <param name="target">Its target, in (0, 1).</param>
    /// <param name="isOpen">Whether a violation of this severity is open.</param>
    public bool Holds(BudgetCounts counts, double target, bool isOpen) => Figure(counts, target) is { } figure && (isOpen ? figure >= Ends : figure > Begins);
}
