using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Computes the indicators of a window.</summary>
public sealed class ComputeWindowActivity(ComputeWindow useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(ComputeWindow))]
    public Task RunAsync([ActivityTrigger] WindowToCompute window, CancellationToken cancellation) => useCase.HandleAsync(window, cancellation);
}
