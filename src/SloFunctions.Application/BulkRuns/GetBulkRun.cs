using SloFunctions.Domain.Results;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Shows how a bulk run stands.</summary>
public sealed class GetBulkRun(IBulkRuns runs, TimeProvider clock)
{
    /// <summary>Shows it with a page of its failures.</summary>
    public async Task<Result<BulkRunDocument>> HandleAsync(BulkRunQuery query, CancellationToken cancellation)
    {
        if (await runs.FindAsync(query.RunId, cancellation) is not { } run) return BulkRunErrors.NotFound(query.RunId);
        if (run.Counts.Failed == 0) return BulkRunRendering.Document(run, clock.GetUtcNow());
        var failed = await runs.ListFailedAsync(query.RunId, query.After, query.Limit + 1, cancellation);
        return BulkRunRendering.Document(run, clock.GetUtcNow(), [.. failed.Take(query.Limit)], failed.Count > query.Limit);
    }
}
