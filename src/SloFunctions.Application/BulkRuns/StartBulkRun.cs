using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Stores a bulk run and starts its orchestration. One run is active at a time.</summary>
public sealed partial class StartBulkRun(IBulkRuns runs, IIdSource ids, TimeProvider clock, ILogger<StartBulkRun> logger)
{
    /// <summary>Starts what a body asks for.</summary>
    /// <param name="body">The body.</param>
    /// <param name="actor">Who asks, 1 to 255 characters.</param>
    /// <param name="orchestrations">Where the run is worked on.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<BulkStart> HandleAsync(BulkRunBody? body, string actor, IOrchestrations orchestrations, CancellationToken cancellation) =>
        BulkRequest.Parse(body).TryGet(out var request, out var error)
            ? await StartAsync(request, actor, orchestrations, cancellation)
            : new BulkStart(error, null);

    /// <summary>Starts what a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="actor">Who asks, 1 to 255 characters.</param>
    /// <param name="orchestrations">Where the run is worked on.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<BulkStart> StartAsync(BulkRequest request, string actor, IOrchestrations orchestrations, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var admission = await runs.AddAsync(new NewBulkRun(ids.Next(), request, actor, now), cancellation);
        if (admission.ActiveRunId is { } active) return new BulkStart(BulkRunErrors.Active(active), active);
        if (admission.UnknownTotal > 0) return new BulkStart(BulkRunErrors.Unknown(admission.Unknown, admission.UnknownTotal), null);
        if (admission.Run is not { } run) return new BulkStart(BulkRunErrors.Empty(request.Scope), null);
        await BeginAsync(run.Id, orchestrations, cancellation);
        LogAccepted(run.Id, run.Counts.Total, actor);
        return new BulkStart(BulkRunRendering.Document(run, now), run.Id);
    }

    // The run is stored: what has not been started now is started by the timer that tends runs.
    private async Task BeginAsync(Guid run, IOrchestrations orchestrations, CancellationToken cancellation)
    {
        try
        {
            await orchestrations.TryStartAsync(BulkRunNames.Orchestrator, BulkRunNames.InstanceOf(run), new BulkRunInput(run), cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            LogNotStarted(failure, run);
        }
    }

    [LoggerMessage(5801, LogLevel.Information, "Bulk run {RunId} over {Services} services was accepted for {Actor}")]
    private partial void LogAccepted(Guid runId, int services, string actor);

    [LoggerMessage(5802, LogLevel.Warning, "The orchestration of bulk run {RunId} could not be started and will be later")]
    private partial void LogNotStarted(Exception failure, Guid runId);
}
