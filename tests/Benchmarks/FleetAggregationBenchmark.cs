using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>One hour of the aggregation for 5,000 services with a month behind them, beside the bare time of its queries.</summary>
public sealed class FleetAggregationBenchmark : IBenchmark
{
    /// <summary>Names the folder of the generated day of 5,000 services; <c>./slo bench</c> sets it.</summary>
    public const string Variable = "SLO_FLEET_DATASET";

    private const int Rounds = 4;
    private const double LimitMs = 15_000;
    private const double LimitMegabytes = 600;

    /// <inheritdoc/>
    public string Name => "aggregation-5000";

    /// <inheritdoc/>
    public string Description => "an hour of the aggregation of 5,000 services by the running app, indicators of five windows included, beside the queries alone";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var dataset = new TelemetryDataset(
            Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException("There is no fleet dataset; ./slo bench makes one."));
        await using var servers = await AppServers.StartAsync(dataset.PrometheusFolder, cancellation);
        var options = new PrometheusOptions { Url = servers.PrometheusUrl.ToString() };
        using var connection = new PrometheusConnection(options);
        var end = await FillAsync(servers, dataset, cancellation);
        await using var app = await servers.StartAppAsync();
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(5));

        var (ours, queries) = (new List<double>(), new List<double>());
        // The first hour warms everything up, and learns how the fleet fails, which is done once a day.
        for (int round = -1; round < Rounds; round++)
        {
            await RewindAsync(servers, end.AddHours(-1), cancellation);
            double queried = await TimeAsync(() => GroupedQueries.RunAsync(connection, options, end.AddHours(-1), end, cancellation));
            double aggregated = await OrchestrationRun.TimeAsync(http, "AggregateSlis", "aggregation", cancellation);
            if (round < 0) continue;
            queries.Add(queried);
            ours.Add(aggregated);
        }

        double memory = app.PeakMemory / 1e6;
        var (counts, histories) = await ReadAsync(servers, end, cancellation);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  bars: {(ours.Order().ElementAt(Rounds / 2) < LimitMs ? "kept" : "MISSED")} (under {LimitMs / 1000:0} s), {(memory < LimitMegabytes ? "kept" : "MISSED")} (under {LimitMegabytes:0} MB)"));
        return
        [
            new("an hour", new("orchestration", "ms", ours), new("queries alone", "ms", queries)),
            new("peak memory", new("the app's process", "MB", [memory]), null),
            new("Σ of 30 days", new("counts of the fleet", "ms", counts), null),
            new("720 hours each", new("histories of the fleet", "ms", histories), null),
        ];
    }

    private static async Task<(List<double> Counts, List<double> Histories)> ReadAsync(AppServers servers, DateTimeOffset end, CancellationToken cancellation)
    {
        await using var reads = await BuiltProgram.StartAsync(
            "Benchmarks", [MeasuredFleetReads.Argument, servers.Options.ConnectionString], new Dictionary<string, string>());
        using var http = new HttpClient { BaseAddress = reads.BaseUrl, Timeout = TimeSpan.FromMinutes(5) };
        var (counts, histories) = (new List<double>(), new List<double>());
        for (int round = 0; round < Rounds; round++) counts.Add(await AskAsync(http, "counts", end, cancellation));
        for (int round = 0; round < 2; round++) histories.Add(await AskAsync(http, "histories", end, cancellation));
        return (counts, histories);
    }

    // The last hour is read again, as if it had just ended.
    private static async Task RewindAsync(AppServers servers, DateTimeOffset through, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(servers.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        string rewind = string.Create(CultureInfo.InvariantCulture, $"""
            DELETE FROM slo.sli_hourly_counts WHERE hour >= '{through:O}';
            DELETE FROM slo.sli_aggregates WHERE computed_at > '{through:O}';
            UPDATE slo.aggregation_progress SET through = '{through:O}', aggregated_through = '{through:O}';
            """);
        await using var command = new NpgsqlCommand(rewind, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    // The generated day is in Prometheus; the month before it is put straight into the database, up to the last measured hour.
    private static async Task<DateTimeOffset> FillAsync(AppServers servers, TelemetryDataset dataset, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(dataset.TruthFile);
        using var truth = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        var end = truth.RootElement.GetProperty("end").GetDateTimeOffset();
        string[] services = [.. truth.RootElement.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()!)];
        double[] bounds = [.. truth.RootElement.GetProperty("bounds").EnumerateArray().Select(b => b.GetDouble())];
        var through = end.AddHours(-1);
        await new FleetHistory(servers.OwnerConnectionString).WriteAsync(services, bounds, through.AddDays(-30), through, cancellation);
        return end;
    }

    private static async Task<double> AskAsync(HttpClient http, string what, DateTimeOffset end, CancellationToken cancellation)
    {
        using var response = await http.PostAsync(new Uri($"{what}/{end:yyyy-MM-ddTHH:mm:ssZ}", UriKind.Relative), null, cancellation);
        response.EnsureSuccessStatusCode();
        return double.Parse(await response.Content.ReadAsStringAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
