using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Failures;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>Has all recommendations computed, at three in the morning (UTC) unless set otherwise.</summary>
public sealed partial class PrecomputeRecommendationsNightly(StartBulkRun useCase, ILogger<PrecomputeRecommendationsNightly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("PrecomputeRecommendations")]
    public async Task RunAsync(
        [TimerTrigger("%PRECOMPUTE_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            var started = await useCase.StartAsync(BulkRequest.Everything, BulkRunNames.NightlyActor, new DurableOrchestrations(client), cancellation);
            if (started.Answer.Error is { } refusal) LogLeft(refusal.Detail);
        }
        catch (DependencyUnavailableException failure)
        {
            LogPutOff(failure);
        }
    }

    [LoggerMessage(5810, LogLevel.Information, "Recommendations are not computed in advance this time: {Reason}")]
    private partial void LogLeft(string reason);

    [LoggerMessage(5811, LogLevel.Warning, "Recommendations could not be computed in advance and are next time")]
    private partial void LogPutOff(Exception failure);
}
