using SloFunctions.Application.Backtesting;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.LocalHost.Backtests;

/// <summary>The services and hours that the app has stored.</summary>
internal static class StoredFleet
{
    public static async Task<BacktestFleet> ReadAsync(PostgresOptions options, int days, CancellationToken cancellation)
    {
        await using var source = PostgresDataSource.Create(options);
        var database = new PostgresDatabase(source);
        if ((await new PostgresSliStore(database).ReadStateAsync(cancellation)).Through is not { } through)
            throw new LocalHostException("No hours are stored yet.");
        var window = TimeWindow.LastDays(days, through);
        return await RunBacktest.CollectAsync("stored", window, new PostgresFleetHistories(database).ReadAsync(window, cancellation), cancellation);
    }
}
