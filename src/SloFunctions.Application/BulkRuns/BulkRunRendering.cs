using System.Globalization;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Publishes bulk runs.</summary>
internal static class BulkRunRendering
{
    public static BulkRunDocument Document(BulkRun run, DateTimeOffset now, IReadOnlyList<FailedService>? failed = null, bool hasMore = false)
    {
        var elapsed = run.StartedAt is { } start ? (run.EndedAt ?? now) - start : (TimeSpan?)null;
        var counts = run.Counts;
        return new BulkRunDocument(
            run.Id,
            Term<BulkRunState>.Name(run.State),
            Term<BulkScope>.Name(run.Scope),
            run.Team,
            run.LookbackDays,
            Term<RecommendationMethod>.Name(run.Method),
            run.Force,
            run.RequestedBy,
            run.RequestedAt,
            run.StartedAt,
            run.EndedAt,
            elapsed is { } time ? Math.Max(0, Math.Round(time.TotalSeconds, 3)) : null,
            run.State == BulkRunState.Running && elapsed is { } spent ? SecondsLeft(counts, spent) : null,
            new BulkCountsDocument(counts.Total, counts.Done, counts.Unchanged, counts.Failed, counts.Remaining),
            counts.Total == 0 ? 1 : Math.Round((counts.Total - counts.Remaining) / (double)counts.Total, 4, MidpointRounding.ToZero),
            [.. (failed ?? []).Select(f => new BulkFailureDocument(f.Service.Value, f.Code, f.Message, f.Attempts))],
            hasMore ? PageCursor.Of(failed![^1].Ordinal.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static double? SecondsLeft(BulkCounts counts, TimeSpan spent)
    {
        int settled = counts.Total - counts.Remaining;
        return settled == 0 ? null : Math.Ceiling(Math.Max(0, spent.TotalSeconds) * counts.Remaining / settled);
    }
}
