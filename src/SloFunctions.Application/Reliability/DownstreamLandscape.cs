using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Reliability;

/// <summary>A service with everything that its availability rests on.</summary>
/// <param name="Landscape">All services.</param>
/// <param name="Place">The service's place among them.</param>
/// <param name="Members">The places of the service and of all that it transitively needs, alternatives included; ascending.</param>
/// <param name="Excluded">Dependencies of these services that count in no composite.</param>
public sealed record DownstreamLandscape(
    ServiceLandscape Landscape, int Place, IReadOnlyList<int> Members, IReadOnlyList<ExcludedDependency> Excluded)
{
    private readonly Lazy<IReadOnlyList<Contribution>> contributions =
        new(() => Landscape.Availabilities.Network.Contributions(Place, Landscape.Availabilities.Own));

    /// <summary>What every service that matters adds to the unavailability of this one, itself included, largest share first.</summary>
    public IReadOnlyList<Contribution> Contributions => contributions.Value;

    /// <summary>What is known of the service itself.</summary>
    public ServiceAvailability Service => Landscape.Availabilities.Services[Place];

    /// <summary>Looks at one service; one that the graph does not hold rests on itself alone.</summary>
    public static DownstreamLandscape Of(ServiceLandscape landscape, ServiceId service)
    {
        if (landscape.Graph.PlaceOf(service) is not { } place)
            return Of(ServiceLandscape.Of(new(null, new ServiceGraph([new GraphService(service, ServiceType.Internal, null)], [])), landscape.Evidence), service);
        var closure = DownstreamClosure.Of(landscape.Graph, place);
        return new DownstreamLandscape(landscape, place, closure.Members, closure.Excluded);
    }
}
