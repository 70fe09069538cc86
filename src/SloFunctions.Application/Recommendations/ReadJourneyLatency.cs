using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Recommendations;

/// <summary>Asks the trace store how long journeys take, for as long as a recommendation can wait for what it can do without.</summary>
public sealed class ReadJourneyLatency(IJourneyLatencySource source, RecommendationPolicy policy, TimeProvider clock)
{
    // The trace store is asked about no more.
    private const int MostDays = 7;

    private static readonly double[] Percentiles = [0.95, 0.99, 0.999];

    /// <summary>What traces show of the last days.</summary>
    /// <param name="service">The service that requests arrive at.</param>
    /// <param name="lookbackDays">The days that the recommendation looks at.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<JourneyEvidence> HandleAsync(ServiceId service, int lookbackDays, CancellationToken cancellation)
    {
        int days = Math.Min(lookbackDays, MostDays);
        using var limit = new CancellationTokenSource(policy.JourneyTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            var reading = await source.ReadAsync(service, Percentiles, TimeSpan.FromDays(days), either.Token);
            return reading.TryGet(out var journey)
                ? new JourneyEvidence(days, journey.Percentiles, journey.SampledTraces, null)
                : new JourneyEvidence(days, [], null, reading.Note);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new JourneyEvidence(days, [], null, "The trace store does not answer in time. The latency histogram is used.");
        }
    }
}
