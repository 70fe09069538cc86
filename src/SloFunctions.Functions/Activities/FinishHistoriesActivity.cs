using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Notes that histories are stored.</summary>
public sealed class FinishHistoriesActivity(FinishHistories useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(FinishHistories))]
    public Task RunAsync([ActivityTrigger] AggregationPlan plan, CancellationToken cancellation) => useCase.HandleAsync(plan, cancellation);
}
