using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Impact;

/// <summary>Asks what a change of a service's target does to those above it.</summary>
/// <param name="Service">The service.</param>
/// <param name="SliType">What the SLO measures.</param>
/// <param name="Current">The target before: a ratio in (0, 1), of latency milliseconds; null for the present one.</param>
/// <param name="Proposed">The target after, in the same unit.</param>
public sealed record ImpactQuery(ServiceId Service, SliType SliType, double? Current, double Proposed)
{
    /// <summary>Checks a body; null when the request had none.</summary>
    public static Result<ImpactQuery> Parse(ImpactBody? body)
    {
        if (body is null) return Error.Invalid("body", "A JSON object is required.");
        var errors = new FieldErrors(ImpactLimits.ReportedErrors);
        var service = errors.ServiceId(body.ServiceId, "service_id");
        if (body.ProposedChange is not { } change)
        {
            errors.Add("proposed_change", "An object is required.");
            return errors.ToError();
        }

        var sliType = errors.OneOf<SliType>(change.SliType, "proposed_change.sli_type");
        var current = Target(change.CurrentTarget, sliType, "proposed_change.current_target", errors);
        var proposed = Target(change.ProposedTarget, sliType, "proposed_change.proposed_target", errors);
        if (change.ProposedTarget is null) errors.Add("proposed_change.proposed_target", "A target is required.");
        return errors.IsEmpty ? new ImpactQuery(service, sliType, current, proposed!.Value) : errors.ToError();
    }

    private static double? Target(double? value, SliType sliType, string field, FieldErrors errors)
    {
        if (sliType == SliType.Availability) return errors.Target(value, field);
        if (value is not null and not (> 0 and <= ImpactLimits.LatencyMs)) errors.Add(field, $"Milliseconds above 0 and up to {ImpactLimits.LatencyMs} are expected.");
        return value;
    }
}
