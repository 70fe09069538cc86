using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Asks for missing hours again.</summary>
public sealed class BackFillGapsActivity(BackFillGaps useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(BackFillGaps))]
    public Task<int> RunAsync([ActivityTrigger] DateTimeOffset through, CancellationToken cancellation) => useCase.HandleAsync(through, cancellation);
}
