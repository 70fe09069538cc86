using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Application.Graph;
using SloFunctions.Functions.Activities;

namespace SloFunctions.Functions.Orchestrations;

/// <summary>Stores one large submission in the graph, after those of its source that came before; gives up what keeps failing, but never for an outage.</summary>
public static class GraphIngestion
{
    private static readonly TaskOptions Retried = TaskOptions.FromRetryPolicy(
        new RetryPolicy(maxNumberOfAttempts: 5, TimeSpan.FromSeconds(1), backoffCoefficient: 2, TimeSpan.FromSeconds(30)));

    private static readonly TimeSpan TurnWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OutageWait = TimeSpan.FromSeconds(30);

    /// <summary>Runs until the submission is stored or given up.</summary>
    /// <param name="context">What orchestrators may do.</param>
    /// <returns>What became of it; that it must wait when the orchestration goes on from its beginning.</returns>
    [Function(GraphIngestionInput.Orchestrator)]
    public static async Task<GraphSubmissionOutcome> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<GraphIngestionInput>()!;
        try
        {
            var outcome = await context.CallActivityAsync<GraphSubmissionOutcome>(nameof(StoreGraphSubmission), input, Retried);
            return outcome switch
            {
                GraphSubmissionOutcome.MustWait => await BeginAgainAsync(context, input, TurnWait),
                GraphSubmissionOutcome.Unavailable => await BeginAgainAsync(context, input, OutageWait),
                _ => outcome,
            };
        }
        catch (TaskFailedException failure)
        {
            var poisoned = new GraphIngestionFailure(input.IngestionId, failure.FailureDetails.ErrorType, failure.FailureDetails.ErrorMessage);
            return await context.CallActivityAsync<GraphSubmissionOutcome>(nameof(GiveUpGraphSubmission), poisoned, Retries.Patient);
        }
    }

    private static async Task<GraphSubmissionOutcome> BeginAgainAsync(TaskOrchestrationContext context, GraphIngestionInput input, TimeSpan wait)
    {
        await context.CreateTimer(wait, CancellationToken.None);
        context.ContinueAsNew(input);
        return GraphSubmissionOutcome.MustWait;
    }
}
