using Microsoft.DurableTask;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>The chunks of a bulk run that one history holds, a window of them at work at once.</summary>
internal sealed class BulkChunks(TaskOrchestrationContext context, Guid run, int total, int first, BulkProgress progress)
{
    private readonly int end = Math.Min(ChunksOf(total), first + BulkRunLimits.ChunksPerHistory);
    private readonly List<Task<ChunkOutcome>> working = [];
    private int next = first;
    private bool isStopped;
    private bool hasFailed;

    /// <summary>How far the run has come.</summary>
    public BulkProgress Progress { get; private set; } = progress;

    /// <summary>The chunk that the next history begins with; null when there is nothing more to do.</summary>
    public int? Next => !isStopped && next < ChunksOf(total) ? next : null;

    /// <summary>Works on them until all have ended; after the event that cancels, or after a failure, none is begun.</summary>
    /// <returns>Whether none has failed.</returns>
    public async Task<bool> RunAsync()
    {
        Task cancelled = context.WaitForExternalEvent<object>(BulkRunNames.CancelEvent);
        context.SetCustomStatus(Progress);
        while (true)
        {
            while (!isStopped && next < end && working.Count < BulkRunLimits.ChunksAtOnce) working.Add(Begin(next++));
            if (working.Count == 0) break;
            var ended = await Task.WhenAny(isStopped ? [.. working] : (Task[])[cancelled, .. working]);
            if (ended == cancelled) isStopped = true;
            else await NoteAsync((Task<ChunkOutcome>)ended);
        }

        // The next history would not hear of it any more.
        isStopped |= cancelled.IsCompleted;
        return !hasFailed;
    }

    private Task<ChunkOutcome> Begin(int chunk)
    {
        int place = chunk * BulkRunLimits.Chunk;
        return context.CallSubOrchestratorAsync<ChunkOutcome>(
            nameof(RecommendChunk), new BulkChunk(run, place, Math.Min(BulkRunLimits.Chunk, total - place)));
    }

    private async Task NoteAsync(Task<ChunkOutcome> ended)
    {
        working.Remove(ended);
        try
        {
            var outcome = await ended;
            Progress = Progress.With(outcome);
            isStopped |= outcome.IsStopped;
        }
        catch (TaskFailedException)
        {
            isStopped = hasFailed = true;
        }

        context.SetCustomStatus(Progress);
    }

    private static int ChunksOf(int services) => (services + BulkRunLimits.Chunk - 1) / BulkRunLimits.Chunk;
}
