using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>The metric store that holds the services' request counters and latency histograms.</summary>
public interface ITelemetrySource
{
    /// <summary>Reads integer counts for every whole hour of a window, grouped over services in a few queries.</summary>
    /// <param name="window">At most one day, so that one answer stays small.</param>
    /// <param name="only">The services wanted; null for all that have telemetry. A source may give others as well where that costs less.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>One entry for each service and hour that was measured; hours without samples are missing.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The store does not answer or answers nonsense.</exception>
    Task<IReadOnlyList<ServiceHour>> ReadHoursAsync(
        TimeWindow window, IReadOnlyCollection<ServiceId>? only, CancellationToken cancellation);
}
