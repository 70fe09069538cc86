using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Activities;

/// <summary>Learns what is usual.</summary>
public sealed class LearnBaselinesActivity(LearnBaselines useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(LearnBaselines))]
    public Task<int> RunAsync([ActivityTrigger] DateTimeOffset until, CancellationToken cancellation) => useCase.HandleAsync(until, cancellation);
}
