using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Functions.Orchestrations;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Prediction;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>The hourly aggregation of the 50-service set beside the bare time of its queries.</summary>
public sealed class AggregationBenchmark : IBenchmark
{
    private const int Rounds = 7;

    /// <inheritdoc/>
    public string Name => "aggregation";

    /// <inheritdoc/>
    public string Description => "hourly aggregation of 50 services from Prometheus into PostgreSQL, beside the queries alone";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var dataset = TelemetryDataset.Find() ?? throw new InvalidOperationException("There is no telemetry dataset; ./slo bench makes one.");
        var end = await EndAsync(dataset, cancellation);
        await using var servers = await AppServers.StartAsync(dataset.PrometheusFolder, cancellation);
        var options = new PrometheusOptions { Url = servers.PrometheusUrl.ToString() };
        using var connection = new PrometheusConnection(options);
        var clock = new FakeClock(end.AddMinutes(5));
        using var instruments = new TelemetryInstruments(clock);
        var activities = new DirectActivities(typeof(Aggregation).Assembly, new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITelemetrySource>(new PrometheusTelemetrySource(new PrometheusClient(connection, options, TimeProvider.System), options))
            .AddSingleton<ISliStore>(new PostgresSliStore(servers.Database))
            .AddSingleton<IAggregateStore>(new PostgresAggregateStore(servers.Database))
            .AddSingleton<IFleetHistories>(new PostgresFleetHistories(servers.Database))
            .AddSingleton<IFleetPriorStore>(new PostgresFleetPriorStore(servers.Database))
            .AddSingleton<IRetention>(new PostgresRetention(servers.Database))
            .AddSingleton(new RetentionPolicy())
            .AddSingleton(new AggregationPolicy())
            .AddSingleton(instruments)
            .BuildServiceProvider());
        int runs = 0;
        // No two runs begin at the same time.
        Task AggregateAsync() => Aggregation.RunAsync(new DirectOrchestration(activities, clock.GetUtcNow().AddMilliseconds(runs++), cancellation));

        var (hour, hourQueries, month, monthQueries) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            await ResetAsync(servers, dataset, clock, cancellation);
            double filled = await TimeAsync(AggregateAsync);
            double filledQueries = await TimeAsync(() => GroupedQueries.RunAsync(connection, options, end.AddDays(-30), end, cancellation));
            await RewindAsync(servers, end.AddHours(-1), cancellation);
            double hourly = await TimeAsync(AggregateAsync);
            double hourlyQueries = await TimeAsync(() => GroupedQueries.RunAsync(connection, options, end.AddHours(-1), end, cancellation));
            if (round < 0) continue;
            month.Add(filled);
            monthQueries.Add(filledQueries);
            hour.Add(hourly);
            hourQueries.Add(hourlyQueries);
        }

        return
        [
            new("last hour", new("aggregation", "ms", hour), new("queries alone", "ms", hourQueries)),
            new("first 30 days", new("aggregation", "ms", month), new("queries alone", "ms", monthQueries)),
        ];
    }

    private static async Task<DateTimeOffset> EndAsync(TelemetryDataset dataset, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(dataset.TruthFile);
        using var truth = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        return truth.RootElement.GetProperty("end").GetDateTimeOffset();
    }

    private static async Task ResetAsync(AppServers servers, TelemetryDataset dataset, TimeProvider clock, CancellationToken cancellation)
    {
        await ExecuteAsync(servers, "TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts, slo.sli_aggregates, slo.sli_gap_checks; UPDATE slo.aggregation_progress SET through = NULL, aggregated_through = NULL; UPDATE slo.services SET telemetry_since = NULL", cancellation);
        var body = JsonSerializer.Deserialize<GraphBody>(await File.ReadAllTextAsync(dataset.GraphFile, cancellation), PublishedJson.Options);
        await new IngestGraph(new PostgresGraphStore(servers.Database, new SnapshotCache()), new RandomIdSource(clock), TimeProvider.System).HandleAsync(body, Callers.Administrator, cancellation);
    }

    private static Task RewindAsync(AppServers servers, DateTimeOffset through, CancellationToken cancellation) =>
        ExecuteAsync(servers, string.Create(CultureInfo.InvariantCulture, $"UPDATE slo.aggregation_progress SET through = '{through:O}', aggregated_through = NULL"), cancellation);

    private static async Task ExecuteAsync(AppServers servers, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(servers.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
