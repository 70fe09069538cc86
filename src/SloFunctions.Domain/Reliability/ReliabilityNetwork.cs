using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// What services need of each other: a service works while it works itself, all its hard dependencies do, and at least one
/// member of each of its groups of alternatives. Services are numbered from 0 and fail independently; each counts once
/// however many paths lead to it. Services that need each other act as one. Only the structure is kept, prepared once, so
/// that many questions with different availabilities can be asked, from several threads at once.
/// </summary>
public sealed class ReliabilityNetwork
{
    private readonly ContractedNetwork network;
    private readonly Needs needs;

    /// <summary>Prepares a network: cycles are contracted, and what each service cannot do without is found for all in one pass.</summary>
    /// <param name="services">How many services there are.</param>
    /// <param name="hard">Dependencies without which the caller does not work; repeated ones and ones on itself change nothing.</param>
    /// <param name="groups">Dependencies of which one of several is enough.</param>
    /// <param name="rule">How available services of a cycle are together.</param>
    /// <exception cref="ArgumentException">A number names no service, or a group is empty.</exception>
    public ReliabilityNetwork(
        int services,
        IReadOnlyList<(int Caller, int Callee)> hard,
        IReadOnlyList<NetworkGroup> groups,
        CycleRule rule = CycleRule.WeakestMember)
    {
        (Services, Rule) = (services, rule);
        network = new ContractedNetwork(services, hard, groups);
        needs = new Needs(network);
    }

    /// <summary>Prepares the network of a graph, its services numbered by their places; only synchronous hard dependencies count.</summary>
    public static ReliabilityNetwork Of(ServiceGraph graph, CycleRule rule = CycleRule.WeakestMember)
    {
        var stated = GraphNeeds.Of(graph.Dependencies);
        return new ReliabilityNetwork(graph.Services.Count, stated.Hard, stated.Groups, rule);
    }

    /// <summary>How many services there are.</summary>
    public int Services { get; }

    /// <summary>How available services of a cycle are together.</summary>
    public CycleRule Rule { get; }

    /// <summary>The services that need each other; alone where there is no cycle.</summary>
    public StronglyConnectedComponents Components => network.Components;

    /// <summary>The composite availability of one service.</summary>
    /// <param name="target">The service.</param>
    /// <param name="own">Each service's own availability with perfect dependencies, a ratio in [0, 1].</param>
    /// <exception cref="ArgumentException">An availability is missing or no ratio, or the target is no service.</exception>
    public Composite Solve(int target, IReadOnlyList<double> own) => SolveAll([target], own)[0];

    /// <summary>The composite availability of every service, in their order.</summary>
    /// <inheritdoc cref="Solve"/>
    public IReadOnlyList<Composite> SolveAll(IReadOnlyList<double> own) => SolveAll([.. Enumerable.Range(0, Services)], own);

    /// <summary>The composite availability of some services, in the order given.</summary>
    /// <inheritdoc cref="Solve"/>
    public IReadOnlyList<Composite> SolveAll(IReadOnlyList<int> targets, IReadOnlyList<double> own)
    {
        int[] components = [.. targets.Select(ComponentOf)];
        var pass = Pass(Availability(own).All());
        pass.Solve(components);
        return [.. components.Select(pass.Of)];
    }

    /// <summary>Every service that the target cannot do without, itself included, by number.</summary>
    /// <exception cref="ArgumentException">The target is no service.</exception>
    public IReadOnlyList<int> SinglePointsOfFailure(int target)
    {
        var must = new List<int>();
        needs.Must(ComponentOf(target)).CopyTo(must);
        return [.. must.SelectMany(c => Components.Members[c]).Order()];
    }

    /// <summary>
    /// What every service that matters to the target adds to its unavailability, itself included, largest share first; estimated
    /// where the composite is. The bottleneck is the first one that is not the target.
    /// </summary>
    /// <inheritdoc cref="Solve"/>
    public IReadOnlyList<Contribution> Contributions(int target, IReadOnlyList<double> own) =>
        new ContributionAnalysis(network, needs).Of(ComponentOf(target), Availability(own));

    /// <summary>What the availability of the target can be if services need not fail independently.</summary>
    /// <inheritdoc cref="Solve"/>
    public FrechetInterval Frechet(int target, IReadOnlyList<double> own) => new FrechetBounds(network, needs).Of(ComponentOf(target), Availability(own));

    /// <summary>How many other services each service transitively needs or has as alternatives.</summary>
    public IReadOnlyList<int> DependencyCounts() => DependencyCount.OfAll(network);

    /// <summary>Every other service that transitively needs some service or has it as an alternative, by number: what a change there can touch.</summary>
    /// <exception cref="ArgumentException">There is no such service.</exception>
    public IReadOnlyList<int> Dependents(int service) => Callers.Of(network, ComponentOf(service), service);

    /// <summary>Hops of the longest chain below the target, cycles counted as one service.</summary>
    /// <exception cref="ArgumentException">The target is no service.</exception>
    public int LongestChain(int target) => network.Level[ComponentOf(target)];

    /// <summary>A pass whose availabilities are filled in as it goes.</summary>
    internal CompositePass Pass(double[] availability) => new(network, needs, availability);

    private int ComponentOf(int service) =>
        service >= 0 && service < Services ? network.Of(service) : throw new ArgumentException($"There is no service number {service}.", nameof(service));

    private ComponentAvailability Availability(IReadOnlyList<double> own)
    {
        if (own.Count != Services) throw new ArgumentException($"There are {own.Count} availabilities for {Services} services.", nameof(own));
        for (int i = 0; i < own.Count; i++)
        {
            if (own[i] is not (>= 0 and <= 1)) throw new ArgumentException($"The availability of service {i} is no ratio in [0, 1].", nameof(own));
        }

        return new ComponentAvailability(Components.Members, Rule, own);
    }
}
