using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Activities;

/// <summary>Stores a day's hours.</summary>
public sealed class StoreDayActivity(StoreDay useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(StoreDay))]
    public Task<int> RunAsync([ActivityTrigger] DayOfHours day, CancellationToken cancellation) => useCase.HandleAsync(day, cancellation);
}
