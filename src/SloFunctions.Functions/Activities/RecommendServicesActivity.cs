using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Activities;

/// <summary>Computes the recommendations of a slice of a bulk run.</summary>
public sealed class RecommendServicesActivity(RecommendServices useCase)
{
    /// <summary>Runs once.</summary>
    [Function(nameof(RecommendServices))]
    public Task<SliceOutcome> RunAsync([ActivityTrigger] BulkSlice slice, CancellationToken cancellation) => useCase.HandleAsync(slice, cancellation);
}
