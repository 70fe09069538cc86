using SloFunctions.Domain.Drift;

namespace SloFunctions.Application.Drift;

/// <summary>
/// Learns what is usual of services that nothing is known of, whose baselines are old, or that have drifted long enough ago. What the
/// detectors still look at is not learnt from.
/// </summary>
public sealed class LearnBaselines(IDriftTelemetry telemetry, IBaselineStore store, DriftRunPolicy policy, TimeProvider clock)
{
    /// <summary>The least history that a baseline is learnt from.</summary>
    public static readonly TimeSpan LeastHistory = TimeSpan.FromHours(24);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    // Each service is 2,016 points and not 240.
    private const int BatchSize = 50;

    private readonly TimeSpan judged = policy.Step * DriftPolicy.For(policy.Step).Points;

    /// <summary>Learns those that are due, up to the policy's bound.</summary>
    /// <param name="until">When to stop.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>How many baselines were learnt.</returns>
    /// <exception cref="Failures.DependencyUnavailableException">A server that is needed does not answer; what was learnt before is kept.</exception>
    public async Task<int> HandleAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var due = await store.ListDueAsync(
            now.AddDays(-policy.BaselineAgeDays), now - judged - LeastHistory, now - RetryAfter, policy.LearntPerRun, cancellation);
        int learnt = 0;
        foreach (var batch in due.GroupBy(r => r.Service).Chunk(BatchSize))
        {
            if (clock.GetUtcNow() >= until) break;
            learnt += await LearnAsync([.. batch.SelectMany(service => service)], now, cancellation);
        }

        return learnt;
    }

    private async Task<int> LearnAsync(IReadOnlyList<BaselineRequest> requests, DateTimeOffset now, CancellationToken cancellation)
    {
        var span = PointSpan.UpTo(now - judged, TimeSpan.FromDays(policy.BaselineDays), policy.BaselineStep, policy.RateWindow);
        var points = await telemetry.ReadAsync([.. requests.Select(r => r.Service).Distinct()], span, cancellation);
        var learnt = requests.Select(request => Learn(request, points.GetValueOrDefault(request.Service), span)).OfType<StoredBaseline>();
        return await store.SaveAsync(requests, [.. learnt], now, cancellation);
    }

    private static StoredBaseline? Learn(BaselineRequest request, ServicePoints? points, PointSpan span)
    {
        if (points is null) return null;
        var series = points.Series(request.Signal, span, request.Since);
        var baseline = DriftBaseline.Learn(request.Signal, series);
        return baseline is not null && History(series) >= LeastHistory ? new StoredBaseline(request.Service, baseline, request.Version + 1) : null;
    }

    private static TimeSpan History(DriftSeries series)
    {
        int first = 0, last = series.Values.Count - 1;
        while (first < last && double.IsNaN(series.Values[first])) first++;
        while (last > first && double.IsNaN(series.Values[last])) last--;
        return series.Step * (last - first + 1);
    }
}
