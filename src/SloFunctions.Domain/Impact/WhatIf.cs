using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What would become of services if their graph or their own availabilities changed.</summary>
public sealed class WhatIf(ServiceGraph graph, ServiceAvailabilities availabilities, Requirements requirements)
{
    /// <summary>Compares a changed graph with the present one.</summary>
    /// <param name="variant">The changed graph.</param>
    /// <param name="wanted">The services to tell of, whether affected or not; null for all that are affected.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public WhatIfOutcome Of(GraphVariant variant, IReadOnlyList<int>? wanted, CancellationToken cancellation)
    {
        var changed = variant.ToGraph();
        var needs = variant.HasOtherStructure ? new Requirements(changed.Services.Count, changed.Dependencies) : requirements;
        var network = variant.HasOtherStructure ? needs.ToNetwork() : availabilities.Network;
        cancellation.ThrowIfCancellationRequested();

        int[] services = [.. wanted ?? [.. Affected(variant, needs)]];
        var projected = Projected(services, network, variant);
        cancellation.ThrowIfCancellationRequested();
        var compared = services.Select((s, i) => Compare(s, projected[i], variant.HasOtherStructure ? network : null, cancellation));
        return new WhatIfOutcome(
            changed,
            [
                .. compared.Where(s => wanted is not null || s.IsAffected)
                    .OrderByDescending(s => Math.Abs(s.Delta ?? 0)).ThenBy(s => s.Service),
            ],
            variant.HasOtherStructure ? NewCycles(changed) : []);
    }

    private IEnumerable<int> Affected(GraphVariant variant, Requirements changed) => changed.Upstream(variant.Touched)
        .Union(requirements.Upstream(variant.Touched.Where(IsOld))).Order();

    private bool IsOld(int service) => service < requirements.Services;

    private WhatIfService Compare(int service, Composite projected, ReliabilityNetwork? changed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!IsOld(service)) return new WhatIfService(service, null, projected, null, [], []);
        var current = Current(service);
        double delta = projected.Availability - current.Availability;
        if (Math.Abs(delta) <= Achievability.Rounding) delta = 0;
        if (changed is null) return new WhatIfService(service, current, projected, delta, [], []);

        var before = availabilities.Network.SinglePointsOfFailure(service);
        var after = changed.SinglePointsOfFailure(service);
        return new WhatIfService(service, current, projected, delta, [.. after.Except(before)], [.. before.Except(after)]);
    }

    private Composite Current(int service) =>
        Mixture.Of(Composite.Exactly(1), availabilities.Services[service].Bound, Felt(service));

    // What a service hides of its dependencies' failures it goes on hiding; its own failures nobody hides.
    private IReadOnlyList<Composite> Projected(int[] services, ReliabilityNetwork network, GraphVariant variant)
    {
        var solved = network.SolveAll(services, variant.Own);
        return [.. services.Select((s, i) => Felt(s) < 1 ? Masked(s, solved[i]) : solved[i])];

        Composite Masked(int service, Composite composite)
        {
            if (variant.Own[service] >= 1) return Mixture.Of(Composite.Exactly(1), composite, Felt(service));
            double[] perfect = [.. variant.Own];
            perfect[service] = 1;
            return Mixture.Of(Composite.Exactly(1), network.Solve(service, perfect), Felt(service)).Times(variant.Own[service]);
        }
    }

    private double Felt(int service) => IsOld(service) ? availabilities.Services[service].MaskingFactor ?? 1 : 1;

    private IReadOnlyList<CircularDependency> NewCycles(ServiceGraph changed)
    {
        var known = CircularDependencies.In(graph).Select(c => string.Join('\n', c.Members)).ToHashSet(StringComparer.Ordinal);
        return [.. CircularDependencies.In(changed).Where(c => !known.Contains(string.Join('\n', c.Members)))];
    }
}
