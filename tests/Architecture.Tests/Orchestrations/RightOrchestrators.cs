using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace SloFunctions.Architecture.Tests.Orchestrations;

/// <summary>Orchestrators that do what they may.</summary>
internal static class RightOrchestrators
{
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)));

    public static async Task<IReadOnlyList<int>> Everything(TaskOrchestrationContext context)
    {
        var log = context.CreateReplaySafeLogger("Right");
        int chunks = context.GetInput<int>();
        var results = await Task.WhenAll(Places(chunks).Select(i => context.CallSubOrchestratorAsync<int>("Chunk", new { i, Id = context.NewGuid() })));
        using var ended = new CancellationTokenSource();
        var stop = context.WaitForExternalEvent<string>("Stop", ended.Token);
        var pause = context.CreateTimer(context.CurrentUtcDateTime.AddMinutes(1), ended.Token);
#pragma warning disable CA1849, MA0042 // CancelAsync would go on elsewhere.
        if (await Task.WhenAny(stop, pause) == pause) ended.Cancel();
#pragma warning restore CA1849, MA0042
        await TryAsync(context, "Tidy", chunks);
        try
        {
            await context.CallActivityAsync("Work", new Dictionary<string, int> { ["a"] = results.Sum() }, Retries);
        }
        catch (TaskFailedException failed)
        {
            log.LogWarning(failed, "Failed at {Time}", context.CurrentUtcDateTime);
        }

        context.SetCustomStatus(new { Done = results.Length });
        if (results.Length > 100) context.ContinueAsNew(chunks - 1);
        return [.. results.Order()];
    }

    private static IEnumerable<int> Places(int chunks)
    {
        for (int i = 0; i < chunks; i++) yield return i;
    }

    private static async Task TryAsync(TaskOrchestrationContext context, string activity, int input) => await context.CallActivityAsync(activity, input, Retries);
}
