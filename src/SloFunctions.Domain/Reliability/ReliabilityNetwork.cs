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
    /// <summary>Prepares a network.</summary>
    /// <param name="services">How many services there are.</param>
    /// <param name="hard">Dependencies without which the caller does not work; repeated ones count once.</param>
    /// <param name="groups">Dependencies of which one of several is enough.</param>
    /// <param name="rule">How available services of a cycle are together.</param>
    /// <exception cref="ArgumentException">A number names no service, or a group is empty.</exception>
    public ReliabilityNetwork(
        int services,
        IReadOnlyList<(int Caller, int Callee)> hard,
        IReadOnlyList<NetworkGroup> groups,
        CycleRule rule = CycleRule.WeakestMember)
    {
        ArgumentNullException.ThrowIfNull(hard);
        ArgumentNullException.ThrowIfNull(groups);
        Services = services;
        Rule = rule;
        throw new NotSupportedException("Not built yet.");
    }

    /// <summary>How many services there are.</summary>
    public int Services { get; }

    /// <summary>How available services of a cycle are together.</summary>
    public CycleRule Rule { get; }

    /// <summary>The services in cycles: component and members.</summary>
    public StronglyConnectedComponents Components => throw new NotSupportedException("Not built yet.");

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
    public IReadOnlyList<Composite> SolveAll(IReadOnlyList<int> targets, IReadOnlyList<double> own) => throw new NotSupportedException("Not built yet.");

    /// <summary>Every service that the target cannot do without, itself included, by number.</summary>
    public IReadOnlyList<int> SinglePointsOfFailure(int target) => throw new NotSupportedException("Not built yet.");

    /// <summary>What every service that matters to the target adds to its unavailability, itself included, largest share first.</summary>
    /// <inheritdoc cref="Solve"/>
    public IReadOnlyList<Contribution> Contributions(int target, IReadOnlyList<double> own) => throw new NotSupportedException("Not built yet.");

    /// <summary>What the availability of the target can be if services need not fail independently.</summary>
    /// <inheritdoc cref="Solve"/>
    public FrechetInterval Frechet(int target, IReadOnlyList<double> own) => throw new NotSupportedException("Not built yet.");

    /// <summary>How many other services the target transitively needs or has as alternatives.</summary>
    public int DependencyCount(int target) => throw new NotSupportedException("Not built yet.");

    /// <summary>Hops of the longest chain below the target, cycles counted as one service.</summary>
    public int LongestChain(int target) => throw new NotSupportedException("Not built yet.");
}
