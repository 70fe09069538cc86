using Npgsql;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Streams the hourly counts of all services, a row of arrays each.</summary>
public sealed class PostgresFleetHistories(PostgresDatabase database) : IFleetHistories
{
    /// <inheritdoc/>
    public IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadAsync(TimeWindow window, CancellationToken cancellation) =>
        database.StreamAsync(
            SqlFiles.Load("Reliability/read_fleet_histories.sql"), [window.Start, window.End], row => Arrange(row, window.Hours), cancellation);

    private static (ServiceId Service, SliCounts?[] Hours) Arrange(NpgsqlDataReader row, int length)
    {
        int[] positions = row.GetFieldValue<int[]>(1);
        long[] good = row.GetFieldValue<long[]>(2);
        long[] total = row.GetFieldValue<long[]>(3);
        var hours = new SliCounts?[length];
        for (int i = 0; i < positions.Length; i++) hours[positions[i]] = new SliCounts(good[i], total[i]);
        return (ServiceId.Of(row.GetString(0)), hours);
    }
}
