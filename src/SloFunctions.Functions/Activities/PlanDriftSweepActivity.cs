using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Activities;

/// <summary>Divides the services that are due.</summary>
public sealed class PlanDriftSweepActivity(PlanDriftSweep useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(PlanDriftSweep))]
    public Task<DriftSweepPlan> RunAsync([ActivityTrigger] DateTimeOffset now, CancellationToken cancellation) => useCase.HandleAsync(now, cancellation);
}
