using System.Globalization;
using System.Text.Json;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Recommendations;

/// <summary>Computes the recommendations of a service from the stored history and graph, and stores them.</summary>
public sealed class GenerateRecommendations(
    ISliStore telemetry,
    ReadDownstreamAvailabilities availabilities,
    IRecommendationStore store,
    RecommendationPolicy policy,
    IIdSource ids,
    TimeProvider clock)
{
    /// <summary>Computes and stores.</summary>
    /// <returns>What was stored.</returns>
    public async Task<StoredRecommendations> GenerateAsync(
        ServiceId service, int lookbackDays, RecommendationMethod method, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var window = policy.Window(lookbackDays, (await telemetry.ReadStateAsync(cancellation)).Through, now);
        var history = await telemetry.ReadHistoryAsync(service, window, cancellation);
        var downstream = await availabilities.HandleAsync(service, window, cancellation);

        var document = new RecommendationDocument(
            ids.Next(),
            service.Value,
            now,
            now + policy.CacheLifetime,
            Stale: false,
            Term<RecommendationMethod>.Name(method),
            new WindowDocument(window.Start, window.End),
            DataQualityRendering.Render(history),
            downstream.Landscape.SnapshotId,
            [.. Items(service, history, downstream)]);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, PublishedJson.Options);
        return await store.SaveAsync(document, json, lookbackDays, cancellation);
    }

    private IEnumerable<RecommendationItem> Items(ServiceId service, SliHistory history, DownstreamLandscape downstream)
    {
        var random = SeededRandom.For(string.Create(CultureInfo.InvariantCulture, $"{service.Value}\n{history.Window.Start:O}\n{history.Window.End:O}"));
        var availability = HistoricalAvailability.Tiers(history, downstream.Service, random);
        if (availability.Count > 0) yield return AvailabilityRendering.Render(ids.Next(), service, history, downstream, availability);

        var latency = HistoricalLatency.Tiers(history);
        if (latency.Count > 0) yield return LatencyRendering.Render(ids.Next(), history, latency);
    }
}
