using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The exact availability of chains of hard dependencies, each distinct service counted once however many paths lead to
/// it (Treynor, Dahlin, Rau and Beyer 2017, "The Calculus of Service Availability"). Services in a cycle act as one
/// supernode that is as available as its weakest member.
/// </summary>
public sealed class CompositeAvailability
{
    private const int Target = 0;

    private readonly List<ServiceId> services = [];
    private readonly StronglyConnectedComponents components;
    private readonly ComponentSet[] needs;
    private readonly double[] ceiling;
    private readonly double[] supernode;
    private readonly double?[] achieved;
    private readonly double[] intrinsic;

    private CompositeAvailability(MeasuredDependencies input)
    {
        var successors = Number(input);
        components = StronglyConnectedComponents.Of(successors);
        achieved = [.. services.Select(s => input.Achieved.TryGetValue(s, out double value) ? value : (double?)null)];
        intrinsic = new double[services.Count];
        needs = new ComponentSet[components.Members.Count];
        ceiling = new double[components.Members.Count];
        supernode = new double[components.Members.Count];
        for (int c = 0; c < components.Members.Count; c++) Resolve(c, successors);
    }

    /// <summary>Computes the bound of the target in O(V · E / 64) steps and V² / 16 bytes over its dependencies.</summary>
    public static CompositeBound Of(MeasuredDependencies input) => new CompositeAvailability(input).BoundOfTarget();

    private List<int[]> Number(MeasuredDependencies input)
    {
        var number = new Dictionary<ServiceId, int>();
        var edges = new List<HashSet<int>>();
        int NumberOf(ServiceId service)
        {
            if (number.TryGetValue(service, out int known)) return known;
            services.Add(service);
            edges.Add([]);
            return number[service] = services.Count - 1;
        }

        // The first service to be numbered is the target.
        NumberOf(input.Target);
        foreach (var (caller, callee) in input.HardEdges) edges[NumberOf(caller)].Add(NumberOf(callee));
        return [.. edges.Select(targets => targets.ToArray())];
    }

    // Components arrive dependencies first, so whatever this one needs is resolved already.
    private void Resolve(int component, List<int[]> successors)
    {
        var needed = new ComponentSet(component);
        foreach (int next in components.Members[component].SelectMany(v => successors[v]).Select(w => components.ComponentOf[w]))
        {
            if (next != component && needed.Add(next)) needed.UnionWith(needs[next]);
        }

        needs[component] = needed;
        ceiling[component] = needed.Aggregate(1.0, (product, c) => product * supernode[c]);
        foreach (int v in components.Members[component]) intrinsic[v] = SelfAvailability(achieved[v], ceiling[component]) ?? 1;
        supernode[component] = components.Members[component].Min(v => intrinsic[v]);
    }

    private static double? SelfAvailability(double? achieved, double ceiling) => achieved switch
    {
        null => null,
        _ when ceiling == 0 => 1,
        _ => Math.Min(1, achieved.Value / ceiling),
    };

    private CompositeBound BoundOfTarget()
    {
        int own = components.ComponentOf[Target];
        int[] dependencies = [.. needs[own].Append(own).SelectMany(c => components.Members[c]).Where(v => v != Target)];
        int? bottleneck = Bottleneck(own);
        return new CompositeBound(
            achieved[Target],
            SelfAvailability(achieved[Target], ceiling[own]),
            ceiling[own],
            supernode[own] * ceiling[own],
            achieved[Target] > ceiling[own],
            dependencies.Length,
            bottleneck is { } b ? services[b] : null,
            bottleneck is { } i ? intrinsic[i] : null,
            [.. dependencies.Where(v => achieved[v] is null).Select(v => services[v]).OrderBy(s => s.Value, StringComparer.Ordinal)]);
    }

    // In a product every factor's Birnbaum importance is the product of the others, so the least available factor costs
    // most. The target's own cycle is a dependency like others as long as another member is the weakest.
    private int? Bottleneck(int own)
    {
        var weakest = needs[own].Append(own)
            .Where(c => supernode[c] < 1)
            .Select(c => WeakestFirst(components.Members[c]).First())
            .Where(v => v != Target);
        return WeakestFirst(weakest).Select(v => (int?)v).FirstOrDefault();
    }

    private IOrderedEnumerable<int> WeakestFirst(IEnumerable<int> vertices) =>
        vertices.OrderBy(v => intrinsic[v]).ThenBy(v => services[v].Value, StringComparer.Ordinal);
}
