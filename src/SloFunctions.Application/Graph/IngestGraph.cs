using SloFunctions.Application.Identifiers;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Takes in a part of the dependency graph.</summary>
public sealed class IngestGraph(IGraphWriter graph, IIdSource ids, TimeProvider clock)
{
    /// <summary>Checks and stores a submission.</summary>
    /// <returns>The receipt, or the fields at fault; nothing is stored then.</returns>
    public async Task<Result<IngestionReceipt>> HandleAsync(GraphBody? body, CancellationToken cancellation)
    {
        if (!GraphBodyValidation.Check(body, clock.GetUtcNow()).TryGet(out var update, out var error)) return error;
        await graph.UpsertAsync(update, cancellation);
        return new IngestionReceipt(ids.Next(), "completed", update.Nodes.Count, update.Edges.Count, 0);
    }
}
