namespace SloFunctions.Application.BulkRuns;

/// <summary>Notes that work on a bulk run begins, and tells how much there is.</summary>
public sealed class PlanBulkRun(IBulkRuns runs, TimeProvider clock)
{
    /// <summary>Begins; repeated, the plan is the same.</summary>
    public async Task<BulkPlan> HandleAsync(Guid runId, CancellationToken cancellation) =>
        new(await runs.BeginAsync(runId, clock.GetUtcNow(), cancellation) is { State: BulkRunState.Running } run ? run.Counts.Total : 0);
}
