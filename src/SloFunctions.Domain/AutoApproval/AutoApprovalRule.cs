namespace SloFunctions.Domain.AutoApproval;

/// <summary>A rule that takes recommendations in the place of a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Version">1 when it was made, one more with each change.</param>
/// <param name="IsEnabled">Whether it may fire.</param>
/// <param name="Conditions">When it fires.</param>
public sealed record AutoApprovalRule(Guid Id, string Name, long Version, bool IsEnabled, RuleConditions Conditions)
{
    /// <summary>What the actor of everything that a rule does begins with in the audit log.</summary>
    public const string ActorPrefix = "rule:";

    /// <summary>Its name in the audit log.</summary>
    public string Actor => $"{ActorPrefix}{Id:D}";
}
