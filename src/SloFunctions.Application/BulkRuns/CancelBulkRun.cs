using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Has a bulk run end early. What was computed stays.</summary>
public sealed partial class CancelBulkRun(IBulkRuns runs, TimeProvider clock, ILogger<CancelBulkRun> logger)
{
    /// <summary>Marks it, and tells its orchestration. Asked again, nothing changes.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="actor">Who asks, 1 to 255 characters.</param>
    /// <param name="orchestrations">Where the run is worked on.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<BulkRunDocument>> HandleAsync(string runId, string actor, IOrchestrations orchestrations, CancellationToken cancellation)
    {
        if (!FieldErrors.PathUuid(runId, "run_id").TryGet(out var id, out var error)) return error;
        var now = clock.GetUtcNow();
        if (await runs.CancelAsync(id, actor, now, cancellation) is not { } run) return BulkRunErrors.NotFound(id);
        // Whoever asks again because an answer was lost has what was asked for.
        if (run.State == BulkRunState.Cancelled) return BulkRunRendering.Document(run, now);
        if (!run.IsActive) return BulkRunErrors.Ended(run);
        try
        {
            await orchestrations.RaiseAsync(BulkRunNames.InstanceOf(id), BulkRunNames.CancelEvent, cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            // The mark suffices: work stops where it is looked at.
            LogNotTold(failure, id);
        }

        return BulkRunRendering.Document(run, now);
    }

    [LoggerMessage(5803, LogLevel.Warning, "The orchestration of bulk run {RunId} could not be told to end; it ends with what is at work")]
    private partial void LogNotTold(Exception failure, Guid runId);
}
