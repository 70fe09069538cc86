namespace SloFunctions.Application.Telemetry;

/// <summary>Prepares room for the next month and removes what has expired, once a day.</summary>
public sealed class ApplyRetention(IRetention retention, AggregationPolicy aggregation, RetentionPolicy policy, TimeProvider clock)
{
    /// <summary>Sets removed at once.</summary>
    public const int Batch = 1000;

    /// <summary>Batches of one run; what is left is removed on the following days.</summary>
    public const int MostBatches = 20;

    /// <summary>Runs unless it has been done today; a run that failed is repeated with the next call.</summary>
    /// <returns>What was removed; null when nothing was due.</returns>
    public async Task<RetentionReport?> HandleAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // A time in the future comes from a clock that was wrong: it must not keep expired data until then.
        if (await retention.ReadLastAsync(cancellation) is { } last && last <= now && last.UtcDateTime.Date == now.UtcDateTime.Date) return null;

        await retention.EnsurePartitionsAsync(now, now.AddMonths(1), cancellation);
        int dropped = await retention.DropPartitionsAsync(
            now.AddDays(-policy.HourlyAggregateDays), now.AddDays(-policy.TelemetryDays), cancellation);
        await retention.PurgeGapChecksAsync(now - aggregation.GapLookback - TimeSpan.FromDays(1), cancellation);
        int purged = await PurgeRecommendationsAsync(now.AddDays(-policy.RecommendationDays), cancellation);
        await retention.PurgeBulkRunsAsync(now.AddDays(-policy.RecommendationDays), cancellation);
        // What was kept lately may belong to a set that is just being stored.
        await retention.PurgeFleetEvidenceAsync(now.AddDays(-1), cancellation);
        await retention.CompleteAsync(now, cancellation);
        return new RetentionReport(dropped, purged);
    }

    private async Task<int> PurgeRecommendationsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        int purged = 0;
        for (int batch = 0; batch < MostBatches; batch++)
        {
            int removed = await retention.PurgeRecommendationsAsync(before, Batch, cancellation);
            purged += removed;
            if (removed < Batch) break;
        }

        return purged;
    }
}
