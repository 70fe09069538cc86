using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The availability of every service of a graph, told apart into what the service loses itself and what its dependencies
/// lose: an observed availability already holds the failures of everything the service needs. Services in a cycle share the
/// ceiling of what they need beyond it.
/// </summary>
public sealed class ServiceAvailabilities
{
    // What exceeds the ceiling by no more than this equals it.
    private const double Rounding = 1e-12;

    private readonly KnownAvailability[] known;
    private readonly double[] own;

    // What the dependencies of the time allowed each service to achieve.
    private readonly double[] allowed;

    /// <summary>Computes them all in one pass, dependencies first.</summary>
    /// <param name="graph">The services and their dependencies; only synchronous hard ones count.</param>
    /// <param name="observed">For each service of the graph what telemetry says over the window, a ratio in [0, 1]; null where it is silent.</param>
    /// <param name="targets">For each service the target of its active availability SLO, a ratio in [0, 1]; null without one.</param>
    /// <param name="window">The time that was observed.</param>
    /// <exception cref="ArgumentException">A list does not match the graph, or holds no ratio.</exception>
    public ServiceAvailabilities(ServiceGraph graph, IReadOnlyList<double?> observed, IReadOnlyList<double?> targets, TimeWindow window)
    {
        if (observed.Count != graph.Services.Count) throw new ArgumentException("There must be one entry for each service.", nameof(observed));
        if (targets.Count != graph.Services.Count) throw new ArgumentException("There must be one entry for each service.", nameof(targets));
        known = [.. graph.Services.Select((s, i) => KnownAvailability.Of(s, observed[i], targets[i]))];
        own = new double[known.Length];
        Array.Fill(own, 1);
        allowed = new double[known.Length];
        Network = ReliabilityNetwork.Of(graph);
        var history = new ObservedHistory(graph, Network, window);
        var pass = Pass(history);
        var counts = Network.DependencyCounts();
        var alone = known.Select((_, place) => Describe(place, history.Network.Components.ComponentOf[place], pass, counts[place])).ToArray();
        double[] committed = new CommittedBounds(graph, alone, targets).All();
        Services = [.. alone.Select((s, place) => s with { CommittedBound = committed[place] })];
    }

    /// <summary>What is known of each service, by its place in the graph.</summary>
    public IReadOnlyList<ServiceAvailability> Services { get; }

    /// <summary>Each service's own availability with perfect dependencies: change entries of a copy and ask <see cref="Network"/> again.</summary>
    public IReadOnlyList<double> Own => own;

    /// <summary>What the services need of each other today, numbered by their places in the graph.</summary>
    public ReliabilityNetwork Network { get; }

    private CompositePass Pass(ObservedHistory history)
    {
        var components = history.Network.Components;
        double[] availability = new double[components.Members.Count];
        Array.Fill(availability, 1);
        var pass = history.Network.Pass(availability);
        var levels = Enumerable.Range(0, components.Members.Count).GroupBy(c => history.Network.LongestChain(components.Members[c][0])).OrderBy(level => level.Key);
        foreach (int[] level in levels.Select(level => level.ToArray()))
        {
            pass.Solve(level);
            foreach (int component in level) availability[component] = Weakest(components.Members[component], pass, history);
        }

        return pass;
    }

    private double Weakest(int[] services, CompositePass pass, ObservedHistory history)
    {
        double weakest = 1;
        foreach (int service in services.Where(s => s < own.Length))
        {
            own[service] = Self(service, pass, history);
            weakest = Math.Min(weakest, own[service]);
        }

        return weakest;
    }

    private double Self(int service, CompositePass pass, ObservedHistory history)
    {
        var stands = history.EarlierStands(service);
        double today = pass.Ceiling(history.Network.Components.ComponentOf[service]).Availability;
        allowed[service] = (today * (1 - stands.Sum(s => s.Share)))
            + stands.Sum(s => s.Share * pass.Ceiling(history.Network.Components.ComponentOf[s.Stand]).Availability);
        return known[service].Value is not { } achieved || achieved >= allowed[service] ? 1 : achieved / allowed[service];
    }

    private ServiceAvailability Describe(int place, int component, CompositePass pass, int dependencies)
    {
        var ceiling = pass.Ceiling(component);
        bool isMasked = known[place] is { Basis: AvailabilityBasis.Observed, Value: { } achieved } && achieved > allowed[place] + Rounding;
        return new ServiceAvailability(
            known[place].Basis,
            known[place].Value,
            own[place],
            ceiling,
            pass.Of(component),
            isMasked ? (1 - known[place].Value) / (1 - allowed[place]) : null,
            CommittedBound: 1,
            dependencies,
            Network.LongestChain(place));
    }
}
