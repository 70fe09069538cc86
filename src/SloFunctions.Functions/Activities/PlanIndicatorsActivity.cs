using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Finds what is left to be done with the stored counts.</summary>
public sealed class PlanIndicatorsActivity(PlanIndicators useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    /// <param name="now">When the run began, which says nothing here: an activity has an input.</param>
    /// <param name="cancellation">Ends it early.</param>
    [Function(nameof(PlanIndicators))]
    public Task<IndicatorPlan?> RunAsync([ActivityTrigger] DateTimeOffset now, CancellationToken cancellation) => useCase.HandleAsync(cancellation);
}
