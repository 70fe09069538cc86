using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
    private const double LimitMegabytes = 500;

    /// <inheritdoc/>
    public string Name => "aggregation-5000";

    /// <inheritdoc/>
    public string Description => "an hour of the aggregation of 5,000 services, indicators of five windows included, beside the queries alone";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var dataset = new TelemetryDataset(
            Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException("There is no fleet dataset; ./slo bench makes one."));
        await using var servers = await AppServers.StartAsync(dataset.PrometheusFolder, cancellation);
        var options = new PrometheusOptions { Url = servers.PrometheusUrl.ToString() };
        using var connection = new PrometheusConnection(options);
        var end = await FillAsync(servers, dataset, cancellation);
        await using var app = await BuiltProgram.StartAsync(
            "Benchmarks", [MeasuredAggregation.Argument, servers.Options.ConnectionString, options.Url], new Dictionary<string, string>());
        using var http = new HttpClient { BaseAddress = app.BaseUrl, Timeout = TimeSpan.FromMinutes(5) };

        var (ours, queries, counts, histories) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        // The first hour warms everything up.
        for (int round = -1; round < Rounds; round++)
        {
            var hour = end.AddHours(round - Rounds + 1);
            double queried = await TimeAsync(() => GroupedQueries.RunAsync(connection, options, hour.AddHours(-1), hour, cancellation));
            double aggregated = await AskAsync(http, "hour", hour, cancellation);
            double counted = await AskAsync(http, "counts", hour, cancellation);
            if (round < 0) continue;
            queries.Add(queried);
            ours.Add(aggregated);
            counts.Add(counted);
        }

        // The peak of the aggregation, before anything else is read with it.
        double memory = app.PeakMemory / 1e6;
        for (int round = 0; round < 2; round++) histories.Add(await AskAsync(http, "histories", end, cancellation));

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  bars: {(ours.Order().ElementAt(Rounds / 2) < LimitMs ? "kept" : "MISSED")} (under {LimitMs / 1000:0} s), {(memory < LimitMegabytes ? "kept" : "MISSED")} (under {LimitMegabytes:0} MB)"));
        return
        [
            new("an hour", new("aggregation", "ms", ours), new("queries alone", "ms", queries)),
            new("peak memory", new("aggregation's process", "MB", [memory]), null),
            new("Σ of 30 days", new("counts of the fleet", "ms", counts), null),
            new("720 hours each", new("histories of the fleet", "ms", histories), null),
        ];
    }

    // The generated day is in Prometheus; the month before it is put straight into the database, up to the first measured hour.
    private static async Task<DateTimeOffset> FillAsync(AppServers servers, TelemetryDataset dataset, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(dataset.TruthFile);
        using var truth = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        var end = truth.RootElement.GetProperty("end").GetDateTimeOffset();
        string[] services = [.. truth.RootElement.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()!)];
        double[] bounds = [.. truth.RootElement.GetProperty("bounds").EnumerateArray().Select(b => b.GetDouble())];
        var through = end.AddHours(-Rounds - 1);
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
