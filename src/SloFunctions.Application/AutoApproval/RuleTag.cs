using SloFunctions.Application.Validation;

namespace SloFunctions.Application.AutoApproval;

/// <summary>The entity tag of a rule: another one after each change.</summary>
public static class RuleTag
{
    /// <summary>The tag, quotes included.</summary>
    public static string Of(RuleSummary rule) => VersionTag.Of(rule.RuleId, rule.Version);
}
