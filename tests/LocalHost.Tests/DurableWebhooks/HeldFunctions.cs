using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalHost.Tests.DurableWebhooks;

/// <summary>Orchestrations that end when their test wants it.</summary>
public static class HeldFunctions
{
    /// <summary>Says so, and ends with what an event carries.</summary>
    [Function("Held")]
    public static async Task<string?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new { held = true });
        return await context.WaitForExternalEvent<string>("Go");
    }

    /// <summary>Fails at once.</summary>
    [Function("Fails")]
    public static Task<int> FailAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.InstanceId.Length > 0 ? throw new InvalidOperationException("as it should") : Task.FromResult(1);
}
