namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Whether something may be deployed, the mildest first.</summary>
public enum GateDecision
{
    /// <summary>It may.</summary>
    Allow,

    /// <summary>It may, by somebody who has looked at the reasons.</summary>
    Caution,

    /// <summary>It may not.</summary>
    Deny,
}
