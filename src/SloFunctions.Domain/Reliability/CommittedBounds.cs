using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Reliability;

/// <summary>
/// What services can reach if their direct dependencies do no better than they promise. A promise holds whatever is behind it,
/// so that dependencies count as independent, and nothing below them counts again. Where none of them promises anything, the
/// bound is all there is to expect.
/// </summary>
/// <param name="graph">The services and their dependencies.</param>
/// <param name="services">What is known of each service.</param>
/// <param name="targets">The target of each service's active SLO; null without one.</param>
internal sealed class CommittedBounds(ServiceGraph graph, IReadOnlyList<ServiceAvailability> services, IReadOnlyList<double?> targets)
{
    public double[] All()
    {
        double[] committed = [.. services.Select(s => s.SelfAvailability)];
        bool[] isPromised = new bool[services.Count];
        foreach (var d in graph.Dependencies.Where(d => d.IsHard && targets[d.Target] is not null)) isPromised[d.Source] = true;
        var needs = GraphNeeds.Of(graph.Dependencies);
        foreach (var (caller, callee) in needs.Hard) committed[caller] *= Promise(callee);
        foreach (var group in needs.Groups) committed[group.Source] *= 1 - group.AnyOf.Aggregate(1.0, (all, member) => all * (1 - Promise(member)));
        return [.. committed.Select((bound, place) => isPromised[place] ? bound : services[place].Bound.Availability)];
    }

    private double Promise(int service) => targets[service] ?? services[service].Achieved ?? services[service].Bound.Availability;
}
