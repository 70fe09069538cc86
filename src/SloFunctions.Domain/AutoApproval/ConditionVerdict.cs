namespace SloFunctions.Domain.AutoApproval;

/// <summary>Whether one condition of a rule holds, and why.</summary>
/// <param name="Name">The condition as requests name it, or the name of a guard.</param>
/// <param name="IsGuard">Whether it applies to every rule, whatever its conditions are.</param>
/// <param name="Required">What is asked.</param>
/// <param name="Actual">What is the case.</param>
/// <param name="Holds">Whether that is enough.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record ConditionVerdict(string Name, bool IsGuard, string Required, string Actual, bool Holds, string Sentence);
