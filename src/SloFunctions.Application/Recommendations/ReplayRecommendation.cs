using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Recommendations;

/// <summary>Computes a stored recommendation again from the evidence stored with it, and compares.</summary>
public sealed class ReplayRecommendation(IReplayStore store, IFleetEvidenceStore fleet, ISnapshotReader snapshots)
{
    /// <summary>Replays.</summary>
    /// <returns>The document as it is computed now; or that the recommendation is not known, or its evidence no longer kept.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<Result<ReplayedRecommendation>> HandleAsync(ReplayQuery query, CancellationToken cancellation)
    {
        var stored = await store.FindAsync(query.Service, query.RecommendationId, cancellation);
        if (stored is null) return Error.NotFound("recommendation", "Recommendation", query.RecommendationId.ToString("D"));
        if (stored.Evidence is null) return Error.Conflict("evidence-not-kept", "Evidence Not Kept", "The evidence of this recommendation is not kept any more.");
        var evidence = EvidenceContent.Read(stored.Evidence);
        if (await fleet.FindAsync(evidence.FleetEvidenceId, cancellation) is not { } fleetBytes ||
            await GraphAsync(evidence.SnapshotId, cancellation) is not { } graph)
            return Error.Conflict("evidence-not-kept", "Evidence Not Kept", "The evidence of this recommendation is not kept any more.");

        var landscape = ServiceLandscape.Of(graph, FleetEvidenceContent.Read(fleetBytes));
        var document = Recommender.Recommend(evidence, DownstreamLandscape.Of(landscape, query.Service));
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(document, PublishedJson.Options);
        return new ReplayedRecommendation(json, json.AsSpan().SequenceEqual(stored.Document.Span), evidence.EngineVersion, Recommender.EngineVersion);
    }

    private async Task<CurrentGraph?> GraphAsync(Guid? snapshot, CancellationToken cancellation) => snapshot is { } id
        ? await snapshots.FindAsync(id, cancellation) is { } graph ? new CurrentGraph(id, graph) : null
        : CurrentGraph.None;
}
