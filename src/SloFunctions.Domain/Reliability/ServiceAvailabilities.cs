using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// The availability of every service of a graph, told apart into what the service loses itself and what its dependencies
/// lose: an observed availability already holds the failures of everything the service needs.
/// </summary>
public sealed class ServiceAvailabilities
{
    /// <summary>Computes them all in one pass, dependencies first.</summary>
    /// <param name="graph">The services and their dependencies; only synchronous hard ones count.</param>
    /// <param name="observed">For each service of the graph what telemetry says over the window, a ratio in [0, 1]; null where it is silent.</param>
    /// <param name="targets">For each service the target of its active availability SLO, a ratio in (0, 1]; null without one.</param>
    /// <param name="window">The time that was observed.</param>
    /// <exception cref="ArgumentException">A list does not match the graph, or holds no ratio.</exception>
    public ServiceAvailabilities(
        ServiceGraph graph, IReadOnlyList<double?> observed, IReadOnlyList<double?> targets, TimeWindow window) => throw new NotSupportedException("Not built yet.");

    /// <summary>What is known of each service, by its place in the graph.</summary>
    public IReadOnlyList<ServiceAvailability> Services => throw new NotSupportedException("Not built yet.");

    /// <summary>Each service's own availability with perfect dependencies: change entries of a copy and solve <see cref="Network"/> again.</summary>
    public IReadOnlyList<double> Own => throw new NotSupportedException("Not built yet.");

    /// <summary>What the services need of each other, numbered by their places in the graph.</summary>
    public ReliabilityNetwork Network => throw new NotSupportedException("Not built yet.");
}
