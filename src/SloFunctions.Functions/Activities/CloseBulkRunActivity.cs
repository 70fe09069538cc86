using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Activities;

/// <summary>Ends a bulk run.</summary>
public sealed class CloseBulkRunActivity(CloseBulkRun useCase)
{
    /// <summary>Runs once.</summary>
    [Function(nameof(CloseBulkRun))]
    public Task RunAsync([ActivityTrigger] BulkClosing closing, CancellationToken cancellation) => useCase.HandleAsync(closing, cancellation);
}
