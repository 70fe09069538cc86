using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>The hourly aggregation as a process of its own that runs for the hour it is told, so that its memory is not that of the benchmark.</summary>
public static class MeasuredAggregation
{
    /// <summary>The argument that starts it.</summary>
    public const string Argument = "measured-aggregation";

    /// <summary>Serves until it is ended.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="prometheusUrl">The metric store.</param>
    public static async Task RunAsync(string connectionString, string prometheusUrl)
    {
        var options = new PrometheusOptions { Url = prometheusUrl };
        using var connection = new PrometheusConnection(options);
        await using var source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = connectionString });
        var database = new PostgresDatabase(source);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/hour/{end}", async (string end, CancellationToken cancellation) =>
        {
            var clock = new FakeClock(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture).AddMinutes(5));
            return await TimeAsync(() => AggregateAsync(database, connection, options, clock, cancellation));
        });
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

    private static async Task AggregateAsync(
        PostgresDatabase database, PrometheusConnection connection, PrometheusOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        var telemetry = new PrometheusTelemetrySource(new PrometheusClient(connection, options, TimeProvider.System), options);
        var (store, policy) = (new PostgresSliStore(database), new AggregationPolicy());
        using var instruments = new TelemetryInstruments(clock);
        await new RunAggregation(
            new AggregateSlis(telemetry, store, policy, clock), new BackFillGaps(telemetry, store, policy),
            new ComputeAggregates(new PostgresAggregateStore(database)), store, instruments, clock).HandleAsync(cancellation);
    }

    private static async Task<string> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
