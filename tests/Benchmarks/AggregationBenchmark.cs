using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Telemetry;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing;
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
        var source = new PrometheusTelemetrySource(new PrometheusClient(connection, options, TimeProvider.System), options);
        var (store, policy) = (new PostgresSliStore(servers.Database), new AggregationPolicy());
        using var instruments = new TelemetryInstruments(clock);
        var aggregate = new RunAggregation(
            new AggregateSlis(source, store, policy, clock), new BackFillGaps(source, store, policy),
            new ComputeAggregates(new PostgresAggregateStore(servers.Database)), store, instruments, clock);

        var (hour, hourQueries, month, monthQueries) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            await ResetAsync(servers, dataset, clock, cancellation);
            double filled = await TimeAsync(() => aggregate.HandleAsync(cancellation));
            double filledQueries = await TimeAsync(() => GroupedQueries.RunAsync(connection, options, end.AddDays(-30), end, cancellation));
            await RewindAsync(servers, end.AddHours(-1), cancellation);
            double hourly = await TimeAsync(() => aggregate.HandleAsync(cancellation));
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
