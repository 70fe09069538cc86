using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reliability;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Reads what the aggregation stored of the fleet, as a process of its own, so that its memory is not that of the benchmark.</summary>
public static class MeasuredFleetReads
{
    /// <summary>The argument that starts it.</summary>
    public const string Argument = "measured-fleet-reads";

    /// <summary>Serves until it is ended.</summary>
    /// <param name="connectionString">The database.</param>
    public static async Task RunAsync(string connectionString)
    {
        await using var source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = connectionString });
        var database = new PostgresDatabase(source);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/counts/{end}", async (string end, CancellationToken cancellation) => await TimeAsync(
            () => new PostgresFleetCounts(database).ReadAllCountsAsync(Month(end), cancellation)));
        app.MapPost("/histories/{end}", async (string end, CancellationToken cancellation) => await TimeAsync(async () =>
        {
            await foreach (var _ in new PostgresFleetHistories(database).ReadAsync(Month(end), cancellation))
            {
            }
        }));
        await app.StartAsync();
        Console.WriteLine($"Listening on {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    private static TimeWindow Month(string end) => TimeWindow.LastDays(30, DateTimeOffset.Parse(end, CultureInfo.InvariantCulture));

    private static async Task<string> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
