using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>
/// Starts a sweep for drift, every five minutes unless set otherwise, unless one is at work: over critical services each time, over the others
/// every fifteen minutes.
/// </summary>
public sealed class DetectDriftOnSchedule(StartAlone useCase)
{
    /// <summary>Runs once.</summary>
    [Function("DetectDrift")]
    public Task RunAsync(
        [TimerTrigger("%DRIFT_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        useCase.HandleAsync(new DurableOrchestrations(client), nameof(DriftSweep), DriftSweep.InstanceId, cancellation);
}
