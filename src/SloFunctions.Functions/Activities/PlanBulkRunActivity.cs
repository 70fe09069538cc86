using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Activities;

/// <summary>Begins a bulk run and tells how much there is to do.</summary>
public sealed class PlanBulkRunActivity(PlanBulkRun useCase)
{
    /// <summary>Runs once.</summary>
    [Function(nameof(PlanBulkRun))]
    public Task<BulkPlan> RunAsync([ActivityTrigger] Guid run, CancellationToken cancellation) => useCase.HandleAsync(run, cancellation);
}
