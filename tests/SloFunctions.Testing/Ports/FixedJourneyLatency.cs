using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>A trace store that always answers the same; until told, that there is none.</summary>
public sealed class FixedJourneyLatency : IJourneyLatencySource
{
    private readonly List<(ServiceId Service, TimeSpan Window)> asked = [];

    /// <summary>What it answers; it may wait until the call is cancelled.</summary>
    public Func<CancellationToken, Task<Reading<JourneyLatency>>> Answer { get; set; } =
        _ => Task.FromResult(Reading<JourneyLatency>.None("No trace store is configured. The latency histogram is used."));

    /// <summary>What it was asked.</summary>
    public IReadOnlyList<(ServiceId Service, TimeSpan Window)> Asked => asked;

    /// <inheritdoc/>
    public Task<Reading<JourneyLatency>> ReadAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation)
    {
        asked.Add((service, window));
        return Answer(cancellation);
    }
}
