using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Why rules cannot be changed as asked.</summary>
public static class RuleErrors
{
    /// <summary>There are as many rules as there may be.</summary>
    public static readonly Error TooMany = Error.Conflict(
        "too-many-auto-approval-rules",
        "Too Many Auto-Approval Rules",
        $"There are {RuleLimits.Rules} auto-approval rules, and there may be no more; delete some that are not used.");

    /// <summary>No rule has this id.</summary>
    public static Error NotFound(string id) => Error.NotFound("auto-approval-rule", "Auto-Approval Rule", id);

    /// <summary>Another rule has this name.</summary>
    public static Error NameTaken(string name) => Error.Conflict(
        "auto-approval-rule-name-taken", "Auto-Approval Rule Name Taken", $"Another auto-approval rule is called '{name}'.");
}
