using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Failures;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>Looks after bulk runs whose orchestration was lost, every five minutes unless set otherwise.</summary>
public sealed partial class TendBulkRunsOnSchedule(TendBulkRuns useCase, ILogger<TendBulkRunsOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function("TendBulkRuns")]
    public async Task RunAsync(
        [TimerTrigger("%TEND_BULK_RUNS_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            await useCase.HandleAsync(new DurableOrchestrations(client), cancellation);
        }
        catch (DependencyUnavailableException failure)
        {
            LogPutOff(failure);
        }
    }

    [LoggerMessage(5812, LogLevel.Warning, "Bulk runs could not be looked after and are next time")]
    private partial void LogPutOff(Exception failure);
}
