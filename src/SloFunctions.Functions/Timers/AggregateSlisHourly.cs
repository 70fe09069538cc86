using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>Starts the aggregation, five minutes past each hour unless set otherwise, unless it is at work. What it has to do the database tells, however late the timer is.</summary>
public sealed class AggregateSlisHourly(StartAlone useCase)
{
    /// <summary>Runs once.</summary>
    [Function("AggregateSlis")]
    public Task RunAsync(
        [TimerTrigger("%AGGREGATION_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        useCase.HandleAsync(new DurableOrchestrations(client), nameof(Aggregation), Aggregation.InstanceId, cancellation);
}
