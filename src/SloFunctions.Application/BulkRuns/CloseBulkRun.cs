using Microsoft.Extensions.Logging;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Ends a bulk run; how it ended follows from what became of its services.</summary>
public sealed partial class CloseBulkRun(IBulkRuns runs, BulkRunInstruments instruments, TimeProvider clock, ILogger<CloseBulkRun> logger)
{
    /// <summary>Ends it; repeated, nothing changes.</summary>
    public async Task HandleAsync(BulkClosing closing, CancellationToken cancellation)
    {
        if (await runs.CloseAsync(closing.RunId, closing.HasFailed, clock.GetUtcNow(), cancellation) is not { } run) return;
        instruments.Count(run);
        var counts = run.Counts;
        if (run.State == BulkRunState.Failed) LogFailed(run.Id, counts.Done + counts.Unchanged, counts.Failed, counts.Remaining);
        else LogEnded(run.Id, run.State, counts.Done, counts.Unchanged, counts.Failed, counts.Remaining);
    }

    [LoggerMessage(5804, LogLevel.Information, "Bulk run {RunId} has ended as {State}: {Done} services computed, {Unchanged} unchanged, {Failed} failed, {Left} left")]
    private partial void LogEnded(Guid runId, BulkRunState state, int done, int unchanged, int failed, int left);

    [LoggerMessage(5805, LogLevel.Error, "Bulk run {RunId} could not go on: {Done} services have their recommendations, {Failed} failed, {Left} are left")]
    private partial void LogFailed(Guid runId, int done, int failed, int left);
}
