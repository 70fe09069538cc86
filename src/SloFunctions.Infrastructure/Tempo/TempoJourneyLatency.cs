using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>
/// End-to-end latencies from Tempo: quantiles of what a service has served, computed by the store; else estimated from the
/// durations of traces that the service began.
/// </summary>
public sealed class TempoJourneyLatency(TempoClient client, TempoOptions options, TimeProvider clock) : IJourneyLatencySource
{
    private const string Fallback = "The latency histogram is used.";

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public async Task<Reading<JourneyLatency>> ReadAsync(
        ServiceId service, IReadOnlyList<double> percentiles, TimeSpan window, CancellationToken cancellation)
    {
        if (window < Shortest || window > Longest)
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window of a minute to 7 days is expected.");
        if (percentiles.Count == 0 || percentiles.Any(p => p is not (> 0 and < 1)))
            throw new ArgumentOutOfRangeException(nameof(percentiles), "Percentiles are shares in (0, 1), at least one.");
        if (!options.IsConfigured) return None("No trace store is configured.");
        if (PersonalData.Find(service.Value) is { } kind) return None($"The service id looks like {kind}, which must not get into queries.");
        try
        {
            return await AskAsync(service, percentiles, clock.GetUtcNow() - window, clock.GetUtcNow(), cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException or BrokenCircuitException or CredentialException)
        {
            return None("The trace store does not answer.");
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return None("The trace store's answer makes no sense.");
        }
    }

    private static Reading<JourneyLatency> None(string reason) => Reading<JourneyLatency>.None($"{reason} {Fallback}");

    private async Task<Reading<JourneyLatency>> AskAsync(
        ServiceId service, IReadOnlyList<double> percentiles, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        var quantiles = await client.QuantilesAsync(TraceQl.ServedDurations(service.Value, percentiles), start, end, cancellation);
        var known = percentiles.Where(p => quantiles?.ContainsKey(p) == true).ToArray();
        if (known.Length > 0) return new JourneyLatency([.. known.Select(p => new LatencyPercentile(p, quantiles![p]))], SampledTraces: null);

        // Empty as well where the store keeps no spans for metrics, which it does not say.
        var durations = await client.DurationsAsync(TraceQl.RootSpans(service.Value), start, end, cancellation);
        var told = TraceSample.Percentiles(durations ?? [], percentiles);
        return told.Count > 0 ? new JourneyLatency(told, durations!.Count) : None("The trace store holds too few traces that begin with the service.");
    }
}
