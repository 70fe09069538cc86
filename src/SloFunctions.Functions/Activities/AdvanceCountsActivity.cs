using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Notes how far hours are stored.</summary>
public sealed class AdvanceCountsActivity(AdvanceCounts useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(AdvanceCounts))]
    public Task RunAsync([ActivityTrigger] DateTimeOffset through, CancellationToken cancellation) => useCase.HandleAsync(through, cancellation);
}
