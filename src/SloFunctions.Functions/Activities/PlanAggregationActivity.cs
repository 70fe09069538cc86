using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Finds which hours are missing.</summary>
public sealed class PlanAggregationActivity(PlanAggregation useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(PlanAggregation))]
    public Task<AggregationPlan> RunAsync([ActivityTrigger] DateTimeOffset now, CancellationToken cancellation) => useCase.HandleAsync(now, cancellation);
}
