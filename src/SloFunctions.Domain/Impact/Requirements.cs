using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Impact;

/// <summary>What the services of a graph need of each other: synchronous hard dependencies, alone or as one of several alternatives.</summary>
public sealed class Requirements
{
    private readonly IReadOnlyList<GraphDependency> dependencies;

    /// <summary>Sorts the dependencies by who has them; others than synchronous hard ones are kept as mere connections.</summary>
    /// <param name="services">How many services there are; dependencies name them by number.</param>
    /// <param name="dependencies">All dependencies, each pair of services at most once.</param>
    public Requirements(int services, IReadOnlyList<GraphDependency> dependencies)
    {
        this.dependencies = dependencies;
        Services = services;
        var stated = GraphNeeds.Of(dependencies);
        (Hard, Groups) = (stated.Hard, stated.Groups);
        HardOf = Adjacency.Lists(services, Hard);
        GroupsOf = Adjacency.Lists(services, Groups.Select(g => (g.Source, g)));
        Connections = Adjacency.Lists(services, dependencies.Select(d => (d.Target, d.Source)));
        Callers = Adjacency.Lists(services, dependencies.Where(d => d.IsHard).Select(d => (d.Target, d.Source)));
    }

    /// <summary>How many services there are.</summary>
    public int Services { get; }

    /// <summary>Dependencies for which nothing stands in.</summary>
    public IReadOnlyList<(int Caller, int Callee)> Hard { get; }

    /// <summary>Dependencies of which one of several is enough.</summary>
    public IReadOnlyList<NetworkGroup> Groups { get; }

    /// <summary>For each service what it cannot do without.</summary>
    internal int[][] HardOf { get; }

    /// <summary>For each service its groups of alternatives.</summary>
    internal NetworkGroup[][] GroupsOf { get; }

    /// <summary>For each service those that need it, alone or as an alternative.</summary>
    internal int[][] Callers { get; }

    private int[][] Connections { get; }

    /// <summary>The network to solve.</summary>
    public ReliabilityNetwork ToNetwork() => new(Services, Hard, Groups);

    /// <summary>The same where some services need nothing but each other.</summary>
    public Requirements Without(IReadOnlySet<int> needsOf) =>
        new(Services, [.. dependencies.Where(d => !needsOf.Contains(d.Source) || needsOf.Contains(d.Target))]);

    /// <summary>Every service that is connected to one of the given by dependencies of any kind, those included.</summary>
    public IReadOnlySet<int> Connected(IEnumerable<int> to) =>
        Adjacency.Closure(Connections, to);

    /// <summary>Every service that needs one of the given, alone or as an alternative, however far above, those included.</summary>
    public IReadOnlySet<int> Upstream(IEnumerable<int> of) => Adjacency.Closure(Callers, of);

    /// <summary>Whether a service needs another directly.</summary>
    public bool Needs(int caller, int callee) => Callers[callee].Contains(caller);

    /// <summary>Whether a service depends on another directly, in whatever way.</summary>
    public bool Calls(int caller, int callee) => Connections[callee].Contains(caller);
}
