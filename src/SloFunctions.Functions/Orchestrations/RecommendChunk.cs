using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>Has the services of a chunk computed, slice by slice side by side; those that failed are tried again alone.</summary>
public static class RecommendChunk
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>Runs it.</summary>
    [Function(nameof(RecommendChunk))]
    public static async Task<ChunkOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var chunk = context.GetInput<BulkChunk>()!;
        var outcome = new ChunkOutcome(0, 0, false);
        int end = chunk.First + chunk.Count;
        var slices = Enumerable.Range(0, (chunk.Count + BulkRunLimits.Slice - 1) / BulkRunLimits.Slice)
            .Select(i => chunk.First + (i * BulkRunLimits.Slice))
            .Select(first => new BulkSlice(chunk.RunId, first, Math.Min(BulkRunLimits.Slice, end - first), 1));
        for (int attempt = 1; ; attempt++)
        {
            var ended = await Task.WhenAll(slices.Select(s => context.CallActivityAsync<SliceOutcome>(nameof(RecommendServices), s, Retries.Patient)));
            outcome = new ChunkOutcome(outcome.Done + ended.Sum(e => e.Done), outcome.Failed + ended.Sum(e => e.GivenUp), ended.Any(e => e.IsStopped));
            int[] failed = [.. ended.SelectMany(e => e.Failed)];
            if (failed.Length == 0 || outcome.IsStopped || attempt == BulkRunLimits.MostAttempts) return outcome;
            await context.CreateTimer(FirstPause * Math.Pow(4, attempt - 1), CancellationToken.None);
            int following = attempt + 1;
            slices = failed.Select(place => new BulkSlice(chunk.RunId, place, 1, following));
        }
    }
}
