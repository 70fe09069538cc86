using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Sums the counts of all services in one query, whole days from their sums.</summary>
public sealed class PostgresFleetCounts(PostgresDatabase database) : IFleetCounts
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadAllCountsAsync(TimeWindow window, CancellationToken cancellation)
    {
        var days = window.WholeDays;
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Reliability/read_fleet_counts.sql"),
                [window.Start, days.Start, days.End, window.End],
                row => (Service: ServiceId.Of(row.GetString(0)), Counts: new SliCounts(row.GetInt64(1), row.GetInt64(2))),
                cancellation),
            cancellation);
        return rows.ToDictionary(r => r.Service, r => r.Counts);
    }
}
