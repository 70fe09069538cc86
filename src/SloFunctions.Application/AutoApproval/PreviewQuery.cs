using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Asks what a rule would have approved, checked.</summary>
/// <param name="Service">Only this service; null for all.</param>
/// <param name="Days">How many days to look back.</param>
/// <param name="Conditions">Conditions to try; null for those of the rule.</param>
public sealed record PreviewQuery(ServiceId? Service, int Days, RuleConditions? Conditions)
{
    /// <summary>Checks what was submitted; nothing at all asks for the defaults.</summary>
    public static Result<PreviewQuery> Read(PreviewBody? body)
    {
        var errors = new FieldErrors(RuleLimits.ReportedErrors);
        ServiceId? service = body?.ServiceId is { } id ? errors.ServiceId(id, "service_id") : null;
        if (body?.Days is < 1 or > RuleLimits.MaxDays) errors.Add("days", $"A whole number from 1 to {RuleLimits.MaxDays} is expected.");
        bool hasConditions = body?.Conditions is { ValueKind: not JsonValueKind.Null };
        var conditions = hasConditions ? ConditionsReading.Read(body!.Conditions, "conditions", errors) : null;
        return errors.IsEmpty ? new PreviewQuery(service, body?.Days ?? RuleLimits.DefaultDays, conditions) : errors.ToError();
    }
}
