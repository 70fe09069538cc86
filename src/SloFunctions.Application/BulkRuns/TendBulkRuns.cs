using Microsoft.Extensions.Logging;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Sees to it that no run stays active without anybody working on it.</summary>
public sealed partial class TendBulkRuns(IBulkRuns runs, CloseBulkRun close, ILogger<TendBulkRuns> logger)
{
    /// <summary>Starts the orchestration of a run that has none, and ends a run whose orchestration has ended without ending it.</summary>
    public async Task HandleAsync(IOrchestrations orchestrations, CancellationToken cancellation)
    {
        foreach (var id in await runs.ListActiveAsync(cancellation))
        {
            switch (await orchestrations.FindAsync(BulkRunNames.InstanceOf(id), cancellation))
            {
                case OrchestrationState.Active:
                    break;
                case null:
                    // What is done stays done, so that it goes on where it was.
                    if (await orchestrations.TryStartAsync(BulkRunNames.Orchestrator, BulkRunNames.InstanceOf(id), new BulkRunInput(id), cancellation)) LogStarted(id);
                    break;
                case { } state:
                    LogEnded(id, state);
                    await close.HandleAsync(new BulkClosing(id, HasFailed: true), cancellation);
                    break;
            }
        }
    }

    [LoggerMessage(5808, LogLevel.Warning, "Bulk run {RunId} had no orchestration, which was started")]
    private partial void LogStarted(Guid runId);

    [LoggerMessage(5809, LogLevel.Error, "The orchestration of bulk run {RunId} is {State} and has left the run open, which is closed")]
    private partial void LogEnded(Guid runId, OrchestrationState state);
}
