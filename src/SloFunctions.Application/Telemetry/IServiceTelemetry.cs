using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>
/// What the metric store says of one service up to now. For single questions: what is computed for many services, or over
/// more than a week, comes from the stored hours. Every call throws <see cref="Failures.DependencyUnavailableException"/>
/// when the store does not answer, and an <see cref="ArgumentOutOfRangeException"/> for a window other than a minute to 7 days.
/// </summary>
public interface IServiceTelemetry
{
    /// <summary>Good and total requests.</summary>
    Task<Reading<SliCounts>> ReadAvailabilityAsync(ServiceId service, TimeSpan window, CancellationToken cancellation);

    /// <summary>Latencies at shares of the requests.</summary>
    /// <param name="service">The service.</param>
    /// <param name="percentiles">Shares in (0, 1).</param>
    /// <param name="window">The time up to now.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<Reading<IReadOnlyList<LatencyPercentile>>> ReadLatencyAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation);

    /// <summary>How fast the error budget of a target is spent, 1 for exactly over the SLO's window.</summary>
    /// <param name="service">The service.</param>
    /// <param name="target">An availability in [0, 1).</param>
    /// <param name="window">The time up to now.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<Reading<double>> ReadBurnRateAsync(ServiceId service, double target, TimeSpan window, CancellationToken cancellation);

    /// <summary>CPU, memory and CPU throttling of the service's containers.</summary>
    Task<Reading<InfrastructureUse>> ReadInfrastructureAsync(ServiceId service, TimeSpan window, CancellationToken cancellation);
}
