using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Drift;

namespace SloFunctions.Functions.Activities;

/// <summary>Looks for drift in a part of the services.</summary>
public sealed class JudgePartitionActivity(JudgePartition useCase)
{
    /// <summary>Runs once or, after a failure, again.</summary>
    [Function(nameof(JudgePartition))]
    public Task<PartitionReport> RunAsync([ActivityTrigger] DriftPartition partition, CancellationToken cancellation) => useCase.HandleAsync(partition, cancellation);
}
