using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.AutoApproval;

/// <summary>The entity tag of a rule: another one after each change.</summary>
public static class RuleTag
{
    /// <summary>The tag, quotes included.</summary>
    public static string Of(RuleSummary rule) => Text.Invariant($"\"{rule.RuleId:D}.{rule.Version}\"");
}
