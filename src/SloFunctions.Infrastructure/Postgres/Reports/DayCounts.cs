using Npgsql;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Reports;

/// <summary>Sums what daily counts say of availability, for each service over days of its own.</summary>
internal static class DayCounts
{
    /// <summary>Reads them in the order of <paramref name="wanted"/>; a service may stand there several times.</summary>
    public static async Task<ObjectiveCounts[]> ReadAsync(
        PostgresDatabase database, IReadOnlyList<(ServiceId Service, TimeWindow Days)> wanted, CancellationToken cancellation)
    {
        var counts = new ObjectiveCounts[wanted.Count];
        Array.Fill(counts, ObjectiveCounts.None);
        if (wanted.Count == 0) return counts;
        object[] parameters =
        [
            wanted.Select(w => w.Service.Value).ToArray(), wanted.Select(w => w.Days.Start).ToArray(), wanted.Select(w => w.Days.End).ToArray(),
            wanted.Min(w => w.Days.Start), wanted.Max(w => w.Days.End),
        ];
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Reports/read_day_counts.sql"), parameters, Counts, cancellation), cancellation);
        foreach (var (place, counted) in rows) counts[place - 1] = counted;
        return counts;
    }

    private static (int Place, ObjectiveCounts Counts) Counts(NpgsqlDataReader row) => (
        row.GetInt32(0), new ObjectiveCounts(row.GetInt32(1), row.GetInt32(1), 0, new SliCounts(row.GetInt64(2), row.GetInt64(3))));
}
