using SloFunctions.Application.Graph;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Reliability;

/// <summary>Tells how available a service and everything below it is over a window of one's own choice; nothing above it is read.</summary>
public sealed class ReadDownstreamAvailabilities(IServiceGraphReader graphs, ISliStore telemetry, IActiveSloReader slos)
{
    /// <summary>Reads and computes.</summary>
    /// <param name="service">The service; one that the graph does not hold rests on itself alone.</param>
    /// <param name="window">The time to look at.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<DownstreamLandscape> HandleAsync(ServiceId service, TimeWindow window, CancellationToken cancellation)
    {
        var current = await graphs.ReadCurrentAsync(cancellation);
        var downstream = DownstreamGraph.Of(current.Graph, service);
        var counts = await telemetry.ReadCountsAsync([.. downstream.Graph.Services.Select(s => s.Id)], window, cancellation);
        var active = await slos.ReadAvailabilityTargetsAsync(cancellation);
        var landscape = ServiceLandscape.Of(current with { Graph = downstream.Graph }, window, counts, ServiceLandscape.TargetsOf(downstream.Graph, active));
        return new DownstreamLandscape(landscape, downstream.Service, downstream.Excluded);
    }
}
