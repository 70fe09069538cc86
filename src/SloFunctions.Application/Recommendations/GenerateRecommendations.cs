using System.Text.Json;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Observability;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>Gathers the evidence of a service, computes its recommendations, and stores both; rules may then approve of them.</summary>
public sealed class GenerateRecommendations(
    ISliStore telemetry,
    IServiceProfiles profiles,
    ReadServiceAvailabilities availabilities,
    KeepFleetEvidence fleetEvidence,
    ReadJourneyLatency journeys,
    IRecommendationStore store,
    RecommendationPolicy policy,
    RecommendationJournal journal,
    ApproveAutomatically approval,
    IIdSource ids,
    TimeProvider clock)
{
    // Decisions that follow each other closely, as rules make them, must not each have the whole landscape computed anew.
    private static readonly TimeSpan SloLag = TimeSpan.FromMinutes(1);

    /// <summary>Computes and stores, and lets the auto-approval rules have their say.</summary>
    /// <returns>What was stored.</returns>
    public async Task<StoredRecommendations> GenerateAsync(
        ServiceId service, int lookbackDays, RecommendationMethod method, CancellationToken cancellation) =>
        (await ComputeAsync(new RecommendationKey(service, lookbackDays, method), null, cancellation))!;

    /// <summary>The same for a service of a bulk run, which gets one set however often it is computed.</summary>
    /// <returns>What was stored; null if nothing was, since the service is done already or the run does not go on.</returns>
    public Task<StoredRecommendations?> GenerateOnceAsync(RecommendationKey key, RunEntry entry, CancellationToken cancellation) =>
        ComputeAsync(key, entry, cancellation);

    private async Task<StoredRecommendations?> ComputeAsync(RecommendationKey key, RunEntry? entry, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(GenerateRecommendations), key.Service.Value);
        long start = clock.GetTimestamp();
        var landscape = await availabilities.HandleAsync(SloLag, cancellation);
        var evidence = await GatherAsync(key.Service, key.LookbackDays, key.Method, landscape, cancellation);
        var document = Recommender.Recommend(evidence, DownstreamLandscape.Of(landscape, key.Service));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, PublishedJson.Options);
        byte[] basis = EvidenceContent.Write(evidence);
        var stored = entry is { } own
            ? await store.SaveOnceAsync(document, json, basis, key.LookbackDays, own, cancellation)
            : await store.SaveAsync(document, json, basis, key.LookbackDays, cancellation);
        if (stored is null) return null;
        journal.Note(document, clock.GetElapsedTime(start));
        await approval.HandleAsync(document, key.LookbackDays, stored.ExpiresAt, cancellation);
        return stored;
    }

    private async Task<RecommendationEvidence> GatherAsync(
        ServiceId service, int lookbackDays, RecommendationMethod method, ServiceLandscape landscape, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var profile = await profiles.ReadAsync(service, cancellation);
        // The landscape's window ends where this one must, so that both tell of the same time.
        var end = landscape.Window.End;
        var coldStart = ColdStart.Of(profile, end);
        var window = new TimeWindow(end.AddDays(-ColdStart.LookbackDays(lookbackDays, coldStart)), end);
        var (history, journey) = await ReadAsync(service, window, cancellation);
        var expires = now + policy.CacheLifetime;
        return new RecommendationEvidence(
            Recommender.EngineVersion,
            ids.Next(),
            ids.Next(),
            ids.Next(),
            service,
            method,
            lookbackDays,
            now,
            coldStart?.ReevaluateAt is { } due && due > now && due < expires ? due : expires,
            profile,
            history,
            landscape.SnapshotId,
            await fleetEvidence.IdOfAsync(landscape, cancellation))
        {
            Journey = journey,
        };
    }

    // Neither needs the other, and the trace store may take its time.
    private async Task<(SliHistory History, JourneyEvidence Journey)> ReadAsync(ServiceId service, TimeWindow window, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var journey = journeys.HandleAsync(service, window.Hours / 24, either.Token);
        try
        {
            return (await telemetry.ReadHistoryAsync(service, window, cancellation), await journey);
        }
        finally
        {
            await either.CancelAsync();
            await ((Task)journey).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
