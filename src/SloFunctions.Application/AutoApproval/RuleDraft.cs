using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>A rule as somebody wants it, checked.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsEnabled">Whether it may fire.</param>
/// <param name="Conditions">When it fires.</param>
public sealed record RuleDraft(string Name, bool IsEnabled, RuleConditions Conditions)
{
    /// <summary>The conditions as they are stored.</summary>
    public string ConditionsJson => ConditionsDocument.Write(Conditions).GetRawText();

    /// <summary>Checks what was submitted.</summary>
    /// <returns>The rule, or every field that is wrong.</returns>
    public static Result<RuleDraft> Read(RuleBody? body)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        var errors = new FieldErrors(RuleLimits.ReportedErrors);
        string? name = errors.Text(body.Name, "name", RuleLimits.Name);
        if (name is null) errors.Add("name", "A name is expected.");
        var conditions = ConditionsReading.Read(body.Conditions, "conditions", errors);
        return errors.IsEmpty ? new RuleDraft(name!, body.Enabled ?? false, conditions) : errors.ToError();
    }
}
