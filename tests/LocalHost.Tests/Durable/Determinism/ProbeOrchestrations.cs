using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace LocalHost.Tests.Durable.Determinism;

/// <summary>An orchestrator that uses all that orchestrators may, and copies of it with one mistake each.</summary>
public static class ProbeOrchestrations
{
    /// <summary>The right one.</summary>
    [Function("Steady")]
    public static async Task<string> SteadyAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await RunAsync(context, context.CurrentUtcDateTime, context.NewGuid(), context.CurrentUtcDateTime.AddMilliseconds(50), isShort: false);

    /// <summary>With a clock read as the input of an activity.</summary>
    public static async Task<object?> ClockAsInputAsync(TaskOrchestrationContext context) =>
        await RunAsync(context, DateTime.UtcNow, context.NewGuid(), context.CurrentUtcDateTime.AddMilliseconds(50), isShort: false);

    /// <summary>With a random id as the input of a sub-orchestration.</summary>
    public static async Task<object?> RandomIdAsync(TaskOrchestrationContext context) =>
        await RunAsync(context, context.CurrentUtcDateTime, Guid.NewGuid(), context.CurrentUtcDateTime.AddMilliseconds(50), isShort: false);

    /// <summary>With a clock read as the time of a timer.</summary>
    public static async Task<object?> ClockAsTimerAsync(TaskOrchestrationContext context) =>
        await RunAsync(context, context.CurrentUtcDateTime, context.NewGuid(), DateTime.UtcNow.AddDays(1), isShort: false);

    /// <summary>With a branch that a clock decides.</summary>
    public static async Task<object?> ClockAsBranchAsync(TaskOrchestrationContext context) =>
        await RunAsync(context, context.CurrentUtcDateTime, context.NewGuid(), context.CurrentUtcDateTime.AddMilliseconds(50), isShort: DateTime.UtcNow > context.CurrentUtcDateTime);

    /// <summary>A part of it.</summary>
    [Function("SteadyPart")]
    public static Task<int> PartAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>("Length", context.GetInput<Guid>().ToString());

    /// <summary>What it calls.</summary>
    [Function("Length")]
    public static int Length([ActivityTrigger] string text) => text.Length;

    private static async Task<string> RunAsync(TaskOrchestrationContext context, DateTime now, Guid id, DateTime due, bool isShort)
    {
        int[] lengths = await Task.WhenAll(
            context.CallActivityAsync<int>("Length", $"{now:O}"), context.CallSubOrchestratorAsync<int>("SteadyPart", id));
        await context.CreateTimer(due, CancellationToken.None);
        if (!isShort) lengths = [.. lengths, await context.CallActivityAsync<int>("Length", "last")];
        return string.Join(' ', lengths);
    }
}
