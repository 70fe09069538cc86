using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Impact;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Impact;

/// <summary>Asks for the cheapest way to a target.</summary>
/// <param name="Service">The service.</param>
/// <param name="Target">The availability it should have, a ratio in (0, 1).</param>
/// <param name="Body">The rest, which needs the graph to be checked.</param>
internal sealed record FeasibilityQuery(ServiceId Service, double Target, FeasibilityBody Body)
{
    public static Result<FeasibilityQuery> Parse(FeasibilityBody? body)
    {
        if (body is null) return Error.Invalid("body", "A JSON object is required.");
        var errors = new FieldErrors(ImpactLimits.ReportedErrors);
        var service = errors.ServiceId(body.ServiceId, "service_id");
        var target = errors.Target(body.DesiredTarget, "desired_target");
        if (body.DesiredTarget is null) errors.Add("desired_target", "A target is required.");
        if (body.Weights is { Count: > ImpactLimits.NamedServices }) errors.Add("weights", $"At most {ImpactLimits.NamedServices} services are accepted.");
        if (body.Fixed is { Count: > ImpactLimits.NamedServices }) errors.Add("fixed", $"At most {ImpactLimits.NamedServices} services are accepted.");
        return errors.IsEmpty ? new FeasibilityQuery(service, target!.Value, body) : errors.ToError();
    }

    /// <summary>Finds the services that are named.</summary>
    public Result<FeasibilityQuestion> In(ServiceGraph graph)
    {
        if (graph.PlaceOf(Service) is not { } place) return Error.ServiceNotFound(Service.Value);
        var errors = new FieldErrors(ImpactLimits.ReportedErrors);
        var weights = new Dictionary<int, double>();
        foreach (var (name, weight) in Body.Weights ?? new Dictionary<string, double?>())
        {
            string field = $"weights.{name}";
            if (weight is not (> 0 and <= ImpactLimits.Weight)) errors.Add(field, $"A number above 0 and up to {ImpactLimits.Weight} is expected.");
            else if (Place(name, field, graph, errors) is { } weighed) weights[weighed] = weight.Value;
        }

        var fix = new HashSet<int>();
        foreach (var (i, name) in (Body.Fixed ?? []).Index())
        {
            if (Place(name, $"fixed[{i}]", graph, errors) is { } kept) fix.Add(kept);
        }

        if (Body.IncludeSelf == false) fix.Add(place);
        return errors.IsEmpty ? new FeasibilityQuestion(place, Target, weights, fix) : errors.ToError();
    }

    private static int? Place(string? name, string field, ServiceGraph graph, FieldErrors errors)
    {
        var id = errors.ServiceId(name, field);
        if (id == default) return null;
        if (graph.PlaceOf(id) is { } place) return place;
        errors.Add(field, $"There is no service '{id}'.");
        return null;
    }
}
