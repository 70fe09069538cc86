using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Telemetry;

/// <summary>The trace store, asked on demand. It is optional: whoever asks goes on with the latency histogram where it does not tell.</summary>
public interface IJourneyLatencySource
{
    /// <summary>Reads how long requests to a service take from end to end.</summary>
    /// <param name="service">The service that requests arrive at.</param>
    /// <param name="percentiles">Shares in (0, 1), ascending.</param>
    /// <param name="window">The time up to now, a minute to 7 days.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The latencies, or why the histogram has to do; a store that is down or off is such a reason and no exception.</returns>
    Task<Reading<JourneyLatency>> ReadAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation);
}
