using Microsoft.Extensions.Logging;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Drift;

/// <summary>Computes the recommendations of services that have drifted anew. What is given up is computed when somebody asks for it, since it is marked as stale.</summary>
public sealed partial class ReevaluateServices(
    IReevaluationBacklog backlog, SharedGenerations generations, DriftRunPolicy policy, TimeProvider clock, ILogger<ReevaluateServices> logger)
{
    /// <summary>How often a re-evaluation is tried.</summary>
    public const int MostAttempts = 5;

    // Longer than one computation may take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Takes what is due, up to the policy's bound.</summary>
    /// <param name="until">When to stop.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public async Task<ReevaluationReport> HandleAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var (done, postponed, givenUp) = (0, 0, 0);
        for (int i = 0; i < policy.ReevaluatedPerRun && clock.GetUtcNow() < until; i++)
        {
            var now = clock.GetUtcNow();
            if (await backlog.ClaimAsync(now, now + Lease, cancellation) is not { } entry) break;
            // An instance that ends in the middle of it leaves no other trace than the number of the attempt.
            var failure = entry.Attempt > MostAttempts ? new TimeoutException("No attempt came to its end.") : await TryAsync(entry, cancellation);
            if (failure is null)
            {
                await backlog.RemoveAsync(entry, cancellation);
                done++;
            }
            else if (entry.Attempt < MostAttempts)
            {
                await backlog.PostponeAsync(entry, clock.GetUtcNow() + TimeSpan.FromMinutes(1 << entry.Attempt), cancellation);
                LogPostponed(failure, entry.Service.Value, entry.Attempt);
                postponed++;
            }
            else
            {
                await backlog.RemoveAsync(entry, cancellation);
                LogGivenUp(failure, entry.Service.Value, entry.Attempt);
                givenUp++;
            }
        }

        return new ReevaluationReport(done, postponed, givenUp);
    }

    // One service that cannot be computed must not keep the others waiting.
    private async Task<Exception?> TryAsync(QueuedReevaluation entry, CancellationToken cancellation)
    {
        try
        {
            var key = new RecommendationKey(entry.Service, RecommendationQuery.DefaultLookbackDays, RecommendationQuery.DefaultMethod);
            await generations.RunAsync(key, entry.QueuedAt, cancellation);
            return null;
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return failure;
        }
    }

    [LoggerMessage(5511, LogLevel.Warning, "Recommendations for {ServiceId} could not be computed anew after a drift, attempt {Attempt}; it is tried again")]
    private partial void LogPostponed(Exception failure, string serviceId, int attempt);

    [LoggerMessage(5512, LogLevel.Error, "Recommendations for {ServiceId} could not be computed anew after a drift in {Attempt} attempts; they are computed when next asked for")]
    private partial void LogGivenUp(Exception failure, string serviceId, int attempt);
}
