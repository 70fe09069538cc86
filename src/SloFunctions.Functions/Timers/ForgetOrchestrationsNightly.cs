using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Functions.Orchestrations;

namespace SloFunctions.Functions.Timers;

/// <summary>Forgets orchestrations that ended long ago, at a quarter to three in the morning (UTC) unless set otherwise.</summary>
public sealed partial class ForgetOrchestrationsNightly(ForgetOrchestrations useCase, ILogger<ForgetOrchestrationsNightly> logger)
{
    /// <summary>Runs once.</summary>
    [Function("ForgetOrchestrations")]
    public async Task RunAsync(
        [TimerTrigger("%FORGET_ORCHESTRATIONS_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await useCase.HandleAsync(new DurableOrchestrations(client), cancellation) is > 0 and int forgotten) LogForgotten(forgotten);
    }

    [LoggerMessage(5861, LogLevel.Information, "{Count} orchestrations that ended long ago were forgotten")]
    private partial void LogForgotten(int count);
}
