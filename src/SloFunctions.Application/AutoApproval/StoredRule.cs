using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Makes rules that can be evaluated of those that are stored.</summary>
internal static class StoredRule
{
    /// <summary>The rule; null when its conditions cannot be read, and then it must not fire.</summary>
    public static AutoApprovalRule? Read(RuleSummary stored) =>
        Conditions(stored.Conditions) is { } conditions ? new AutoApprovalRule(stored.RuleId, stored.Name, stored.Version, stored.Enabled, conditions) : null;

    private static RuleConditions? Conditions(JsonElement json)
    {
        var errors = new FieldErrors(1);
        var conditions = ConditionsReading.Read(json, "conditions", errors);
        return errors.IsEmpty ? conditions : null;
    }
}
