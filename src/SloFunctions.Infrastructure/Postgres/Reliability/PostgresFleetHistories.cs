using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Streams the hourly counts of all services, a row of arrays each.</summary>
public sealed class PostgresFleetHistories(PostgresDatabase database) : IFleetHistories
{
    /// <inheritdoc/>
    public IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadAsync(TimeWindow window, CancellationToken cancellation) =>
        database.StreamAsync(
            SqlFiles.Load("Reliability/read_fleet_histories.sql"),
            [window.Start, window.End],
            row => HourArrays.Read(row, window.Hours),
            cancellation);
}
