using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Decides whether services may be deployed by what is left of their error budgets, all of them in one pass.</summary>
public sealed class CheckDeployGate(IBudgetCounts counts, IBudgetPolicies policies, IRegisteredServices registered, TimeProvider clock)
{
    /// <summary>Decides.</summary>
    public async Task<Result<DeployGateDocument>> HandleAsync(DeployGateBody? body, CancellationToken cancellation)
    {
        if (!Check(body).TryGet(out var services, out var error)) return error;
        var known = await registered.FindAsync(services, cancellation);
        if (Unknown(services, known) is { } unknown) return unknown;
        var thresholds = await policies.ReadAllAsync(cancellation);
        var read = await counts.ReadAsync(BudgetScope.Of(services), cancellation);
        bool isStale = Freshness.IsStale(read.Through, clock.GetUtcNow());
        bool isEmergency = body!.Emergency ?? false;
        var objectives = read.Objectives.ToLookup(o => o.Objective.Service);
        var verdicts = services.Select(s => ServiceVerdict.Of(
            [.. objectives[s]], PolicyOf(objectives[s], thresholds), isStale, isEmergency, o => FastBurn.Is(o.Counts, o.Objective.Target))).ToList();
        return new DeployGateDocument(
            Term<GateDecision>.Name(verdicts.Max(v => v.Decision)),
            isEmergency,
            read.Through,
            isStale,
            [.. services.Zip(verdicts).Select(v => Render(v.First, v.Second))]);
    }

    private static PolicyThresholds PolicyOf(IEnumerable<CountedObjective> objectives, IReadOnlyDictionary<string, PolicyThresholds> thresholds) =>
        objectives.FirstOrDefault()?.Objective.Team is { } team && thresholds.TryGetValue(team, out var own) ? own : PolicyThresholds.Handbook;

    private static GatedServiceDocument Render(ServiceId service, ServiceVerdict verdict) => new(
        service.Value,
        Term<GateDecision>.Name(verdict.Decision),
        verdict.State is { } state ? Term<BudgetState>.Name(state) : null,
        verdict.RemainingShare is { } share ? Significant.Of(share) : null,
        verdict.Reasons);

    private static Result<IReadOnlyList<ServiceId>> Check(DeployGateBody? body)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        if (body.Services is not { Count: >= 1 and <= GateLimits.Services } asked)
            return Error.Invalid("services", $"A list of 1 to {GateLimits.Services} service ids is expected.");
        var errors = new FieldErrors(GateLimits.Services);
        var services = new List<ServiceId>();
        for (int i = 0; i < asked.Count; i++)
        {
            var service = errors.ServiceId(asked[i], $"services[{i}]");
            if (service != default && services.Contains(service)) errors.Add($"services[{i}]", "It is listed before.");
            services.Add(service);
        }

        errors.Prose(body.Reason, "reason", GateLimits.Reason);
        if (body is { Emergency: true, Reason: null }) errors.Add("reason", "An emergency needs a reason.");
        return errors.IsEmpty ? services : errors.ToError();
    }

    // All of them are named: whoever deploys many services should not find them one by one.
    private static Error? Unknown(IReadOnlyList<ServiceId> services, IReadOnlySet<ServiceId> known)
    {
        var fields = services.Index().Where(s => !known.Contains(s.Item))
            .Select(s => new FieldError(Text.Invariant($"services[{s.Index}]"), "No service is registered by this id.")).ToList();
        return fields.Count == 0
            ? null
            : new Error(ErrorKind.Unprocessable, "unknown-services", "Unknown Services", Text.Invariant($"{fields.Count} of the services are not registered."), fields);
    }
}
