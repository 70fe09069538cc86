using Microsoft.Extensions.Logging;

namespace SloFunctions.Application.Orchestrations;

/// <summary>Starts work that must not overlap with itself, on whichever instance it is asked for. What is due is told by the database, so that a run left out costs nothing.</summary>
public sealed partial class StartAlone(TimeProvider clock, ILogger<StartAlone> logger)
{
    /// <summary>How long such work may take before somebody should look at it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <summary>Starts it, unless it is at work.</summary>
    /// <param name="orchestrations">Where it goes on.</param>
    /// <param name="orchestrator">Its name.</param>
    /// <param name="instanceId">The one id that it always has.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>Whether it was started.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">The orchestrations' store does not answer.</exception>
    public async Task<bool> HandleAsync(IOrchestrations orchestrations, string orchestrator, string instanceId, CancellationToken cancellation)
    {
        if (await orchestrations.TryStartAsync(orchestrator, instanceId, null, cancellation)) return true;
        if (await orchestrations.AtWorkSinceAsync(instanceId, cancellation) is { } since && clock.GetUtcNow() - since > Longest)
            LogStuck(orchestrator, instanceId, since);
        else
            LogLeft(orchestrator, instanceId);
        return false;
    }

    [LoggerMessage(5841, LogLevel.Information, "{Orchestrator} is at work as {InstanceId}, and is left to that")]
    private partial void LogLeft(string orchestrator, string instanceId);

    [LoggerMessage(5842, LogLevel.Warning, "{Orchestrator} has been at work as {InstanceId} since {Since}, longer than it should take; it is not started again before that ends")]
    private partial void LogStuck(string orchestrator, string instanceId, DateTimeOffset since);
}
