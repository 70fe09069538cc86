namespace SloFunctions.Domain.AutoApproval;

/// <summary>What a rule makes of a recommendation.</summary>
/// <param name="Conditions">The guards and the rule's own conditions, each with its reason.</param>
public sealed record RuleVerdict(IReadOnlyList<ConditionVerdict> Conditions)
{
    /// <summary>Whether the rule takes the recommendation: nothing stands against it.</summary>
    public bool Approves => Conditions.All(c => c.Holds);
}
