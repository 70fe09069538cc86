using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>Starts what stores large submissions where that did not happen when they arrived, every minute unless set otherwise.</summary>
public sealed partial class ResumeGraphIngestionsOnSchedule(ResumeGraphIngestions useCase, ILogger<ResumeGraphIngestionsOnSchedule> logger)
{
    /// <summary>Runs once.</summary>
    [Function("ResumeGraphIngestions")]
    public async Task RunAsync(
        [TimerTrigger("%GRAPH_INGESTION_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var resumed = await useCase.HandleAsync(new DurableOrchestrations(client), cancellation);
        if (resumed is not (0, 0, 0)) LogResumed(resumed.Started, resumed.GivenUp, resumed.Purged);
    }

    [LoggerMessage(5826, LogLevel.Warning, "Started {Started} graph ingestions that nobody was working on; {GivenUp} terminated ones given up, {Purged} old ones forgotten")]
    private partial void LogResumed(int started, int givenUp, int purged);
}
