using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.BulkRuns;

/// <summary>
/// Computes the recommendations of a slice of a bulk run, one service after the other. Repeated, or done twice at once, it goes on
/// with what is not done: each service gets one set.
/// </summary>
public sealed partial class RecommendServices(
    IBulkRuns runs, GenerateRecommendations generator, RecommendationPolicy policy, TimeProvider clock, ILogger<RecommendServices> logger)
{
    /// <summary>Computes; a service that cannot be computed costs its own attempt only.</summary>
    /// <exception cref="DependencyUnavailableException">A server that is needed does not answer: no service is to blame, and nothing is noted.</exception>
    public async Task<SliceOutcome> HandleAsync(BulkSlice slice, CancellationToken cancellation)
    {
        if (await runs.TakeAsync(slice, clock.GetUtcNow(), cancellation) is not { } work) return new SliceOutcome(0, 0, [], IsStopped: true);
        var states = new List<RunService>(work.Services.Count);
        bool isGoing = work.IsGoing;
        foreach (var service in work.Services)
        {
            if (isGoing && service.State == RunServiceState.Pending && service.Attempts < slice.Attempt)
            {
                var (state, goesOn) = await ComputeAsync(slice, work, service, cancellation);
                states.Add(state);
                isGoing = goesOn;
            }
            else
            {
                states.Add(service);
            }
        }

        return new SliceOutcome(
            states.Count(s => s.State is RunServiceState.Done or RunServiceState.Unchanged),
            states.Count(s => s.State == RunServiceState.Failed),
            [.. states.Where(s => s.State == RunServiceState.Pending && s.Attempts >= slice.Attempt).Select(s => s.Ordinal)],
            !isGoing);
    }

    private async Task<(RunService State, bool IsGoing)> ComputeAsync(BulkSlice slice, SliceWork work, RunService service, CancellationToken cancellation)
    {
        var entry = new RunEntry(slice.RunId, service.Ordinal);
        var key = new RecommendationKey(service.Service, work.LookbackDays, work.Method);
        using var limit = new CancellationTokenSource(policy.GenerationTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            if (await generator.GenerateOnceAsync(key, entry, either.Token) is not null) return (service with { State = RunServiceState.Done }, true);
        }
        catch (Exception failure) when (failure is not DependencyUnavailableException && !cancellation.IsCancellationRequested)
        {
            return (await NoteAsync(slice, service, failure, cancellation), true);
        }

        // Somebody else has stored it, or the run is to end.
        var present = await runs.TakeAsync(slice with { First = service.Ordinal, Count = 1 }, clock.GetUtcNow(), cancellation);
        return (present?.Services is [var stored] ? stored : service, present is { IsGoing: true });
    }

    private async Task<RunService> NoteAsync(BulkSlice slice, RunService service, Exception failure, CancellationToken cancellation)
    {
        bool isLast = slice.Attempt >= BulkRunLimits.MostAttempts;
        await runs.NoteFailureAsync(new RunEntry(slice.RunId, service.Ordinal), slice.Attempt, isLast, ServiceFailure.Of(failure), cancellation);
        if (isLast) LogGivenUp(failure, service.Service.Value, slice.RunId, slice.Attempt);
        else LogFailed(failure, service.Service.Value, slice.RunId, slice.Attempt);
        return service with { State = isLast ? RunServiceState.Failed : RunServiceState.Pending, Attempts = slice.Attempt };
    }

    [LoggerMessage(5806, LogLevel.Warning, "Recommendations for {ServiceId} could not be computed in bulk run {RunId}, attempt {Attempt}; it is tried again alone")]
    private partial void LogFailed(Exception failure, string serviceId, Guid runId, int attempt);

    [LoggerMessage(5807, LogLevel.Error, "Recommendations for {ServiceId} could not be computed in bulk run {RunId} in {Attempt} attempts")]
    private partial void LogGivenUp(Exception failure, string serviceId, Guid runId, int attempt);
}
