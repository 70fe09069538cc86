using Microsoft.Extensions.Logging;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Recommendations;

/// <summary>
/// Serves the recommendations of a service: the stored ones while they are valid, new ones otherwise; the stored ones marked
/// stale while the metric store is unreachable, or when new ones cannot be computed.
/// </summary>
public sealed partial class GetRecommendations(
    RecommendationCache cache,
    SharedGenerations generations,
    ITelemetryHealth telemetry,
    RecommendationInstruments instruments,
    TimeProvider clock,
    ILogger<GetRecommendations> logger)
{
    // While the metric store is away every answer is stale: the counter tells how many, the log only that it goes on.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private long loggedAt;

    /// <summary>Answers with the published document, or says that the service is not known.</summary>
    /// <exception cref="DependencyUnavailableException">A server that is needed does not answer, and nothing is stored.</exception>
    /// <exception cref="OverloadedException">Too many are waiting to be computed, and nothing is stored.</exception>
    public async Task<Result<PublishedAnswer>> HandleAsync(RecommendationQuery query, CancellationToken cancellation)
    {
        var arrived = clock.GetUtcNow();
        var lookup = await cache.FindAsync(query.Key, cancellation);
        if (!lookup.IsRegistered) return Error.ServiceNotFound(query.Service.Value);

        bool isReachable = await telemetry.IsReachableAsync(cancellation);
        if (lookup.Stored is { } stored && (!isReachable || (!query.ForceRegenerate && arrived < stored.ExpiresAt)))
            return Answer(stored.Answer, query, isStale: !isReachable);

        try
        {
            var made = await generations.RunAsync(query.Key, query.ForceRegenerate ? arrived : null, cancellation);
            return Answer(made.Answer, query, isStale: !isReachable);
        }
        catch (Exception failure) when (lookup.Stored is not null && IsPassing(failure) && !cancellation.IsCancellationRequested)
        {
            LogServedStale(failure, query.Service.Value);
            return Answer(lookup.Stored.Answer, query, isStale: true);
        }
    }

    private Result<PublishedAnswer> Answer(PublishedAnswer answer, RecommendationQuery query, bool isStale)
    {
        if (isStale) NoteStale(query.Service.Value);
        return AnswerRendering.Render(answer, query, isStale);
    }

    private void NoteStale(string service)
    {
        instruments.RecordStale();
        long last = Interlocked.Read(ref loggedAt);
        if (last != 0 && clock.GetElapsedTime(last) < Quiet) return;
        if (Interlocked.CompareExchange(ref loggedAt, clock.GetTimestamp(), last) == last) LogStale(service);
    }

    private static bool IsPassing(Exception failure) =>
        failure is DependencyUnavailableException or OverloadedException or OperationCanceledException;

    [LoggerMessage(4304, LogLevel.Warning, "Stale data served for {ServiceId}; further stale answers are counted, and told of once a minute")]
    private partial void LogStale(string serviceId);

    [LoggerMessage(4305, LogLevel.Warning, "New recommendations for {ServiceId} could not be computed; the stored ones are served as stale")]
    private partial void LogServedStale(Exception failure, string serviceId);
}
