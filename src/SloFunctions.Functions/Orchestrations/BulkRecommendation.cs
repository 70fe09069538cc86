using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Application.BulkRuns;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>Has the services of a bulk run worked on chunk by chunk, and closes the run however that ends.</summary>
public static class BulkRecommendation
{
    /// <summary>Runs it.</summary>
    [Function(BulkRunNames.Orchestrator)]
    public static async Task<BulkProgress> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<BulkRunInput>()!;
        bool hasFailed = false;
        var progress = input.Progress ?? new BulkProgress(input.Total ?? 0, 0, 0, 0);
        try
        {
            int total = input.Total ?? (await context.CallActivityAsync<BulkPlan>(nameof(PlanBulkRun), input.RunId, Retries.Patient)).Total;
            var chunks = new BulkChunks(context, input.RunId, total, input.NextChunk, progress with { Total = total });
            hasFailed = !await chunks.RunAsync();
            progress = chunks.Progress;
            if (chunks.Next is { } next)
            {
                context.ContinueAsNew(new BulkRunInput(input.RunId, total, next, progress));
                return progress;
            }
        }
        catch (TaskFailedException)
        {
            hasFailed = true;
        }

        await context.CallActivityAsync(nameof(CloseBulkRun), new BulkClosing(input.RunId, hasFailed), Retries.Patient);
        return progress;
    }
}
