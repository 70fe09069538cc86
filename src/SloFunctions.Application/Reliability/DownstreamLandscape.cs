using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Application.Reliability;

/// <summary>A service with everything that its availability rests on.</summary>
/// <param name="Landscape">The service and all that it transitively needs, alternatives included.</param>
/// <param name="Place">The service's place there.</param>
/// <param name="Excluded">Dependencies of these services that count in no composite.</param>
public sealed record DownstreamLandscape(ServiceLandscape Landscape, int Place, IReadOnlyList<ExcludedDependency> Excluded)
{
    /// <summary>What is known of the service itself.</summary>
    public ServiceAvailability Service => Landscape.Availabilities.Services[Place];
}
