using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Activities;

/// <summary>Computes recommendations of drifted services anew.</summary>
public sealed class ReevaluateServicesActivity(ReevaluateServices useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(ReevaluateServices))]
    public Task<ReevaluationReport> RunAsync([ActivityTrigger] DateTimeOffset until, CancellationToken cancellation) => useCase.HandleAsync(until, cancellation);
}
