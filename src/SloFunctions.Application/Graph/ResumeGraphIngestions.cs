using SloFunctions.Application.Orchestrations;

namespace SloFunctions.Application.Graph;

/// <summary>Sees to it that every large submission that is kept has an orchestration that stores it, and forgets old ones that failed.</summary>
public sealed class ResumeGraphIngestions(IGraphSubmissions submissions, GiveUpGraphSubmission giveUp, TimeProvider clock)
{
    /// <summary>How long a submission that failed is kept.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(90);

    // Whoever has kept one is about to start it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int MostAtOnce = 100;

    /// <summary>Runs once.</summary>
    /// <exception cref="Failures.DependencyUnavailableException">The database does not answer.</exception>
    public async Task<ResumedIngestions> HandleAsync(IOrchestrations orchestrations, CancellationToken cancellation)
    {
        int started = 0, givenUp = 0;
        var now = clock.GetUtcNow();
        foreach (var id in await submissions.ListWaitingAsync(now - Patience, MostAtOnce, cancellation))
        {
            switch (await GraphIngestions.FindAsync(orchestrations, id, cancellation))
            {
                case OrchestrationState.Active:
                    break;
                case OrchestrationState.Terminated:
                    var result = await giveUp.HandleAsync(id, IngestionFailure.Terminated, "The orchestration was terminated.", cancellation);
                    if (result.Outcome == GraphSubmissionOutcome.Failed) givenUp++;
                    break;
                default:
                    if (await GraphIngestions.StartAsync(orchestrations, id, cancellation)) started++;
                    break;
            }
        }

        return new ResumedIngestions(started, givenUp, await submissions.PurgeAsync(now - Retention, cancellation));
    }
}
