using System.Globalization;
using System.Text.Json;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>A sweep of drift detection over 5,000 services, beside the bare time of its queries and of its detectors.</summary>
public sealed class DriftBenchmark : IBenchmark
{
    /// <summary>Names the folder of the generated minutes of 5,000 services; <c>./slo bench</c> sets it.</summary>
    public const string Variable = "SLO_MINUTES_DATASET";

    private const int Rounds = 3;
    private const double LimitMs = 30_000;
    private const double DetectorsLimitMs = 5_000;

    /// <inheritdoc/>
    public string Name => "drift-5000";

    /// <inheritdoc/>
    public string Description => "a sweep of drift detection over 5,000 services: two series each, four hours of minutes, Prometheus included";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var dataset = new TelemetryDataset(
            Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException("There is no dataset of minutes; ./slo bench makes one."));
        await using var servers = await AppServers.StartAsync(dataset.PrometheusFolder, cancellation);
        var end = await RegisterAsync(servers, dataset, cancellation);
        await using var app = await BuiltProgram.StartAsync(
            "Benchmarks", [MeasuredDrift.Argument, servers.Options.ConnectionString, servers.PrometheusUrl.ToString()], new Dictionary<string, string>());
        using var http = new HttpClient { BaseAddress = app.BaseUrl, Timeout = TimeSpan.FromMinutes(5) };

        await AskAsync(http, "learn", end, cancellation);
        var (sweeps, points) = (new List<double>(), new List<double>());
        // The first round warms everything up. Each ends some minutes later than the one before, so that all services are due again.
        for (int round = -1; round < Rounds; round++)
        {
            var time = end.AddMinutes((4 * round) - (4 * Rounds));
            double read = await AskAsync(http, "points", time, cancellation);
            double swept = await AskAsync(http, "sweep", time, cancellation);
            if (round < 0) continue;
            points.Add(read);
            sweeps.Add(swept);
        }

        // The peak of the sweep, before everything is held at once.
        double memory = app.PeakMemory / 1e6;
        double[] judged = [await AskAsync(http, "judge", end, cancellation), await AskAsync(http, "judge", end, cancellation), await AskAsync(http, "judge", end, cancellation)];
        double median = sweeps.Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  bars: sweep {(median < LimitMs ? "kept" : "MISSED")} (under {LimitMs / 1000:0} s), detectors {(judged.Order().ElementAt(1) < DetectorsLimitMs ? "kept" : "MISSED")} (under {DetectorsLimitMs / 1000:0} s)"));
        return
        [
            new("a sweep", new("drift detection", "ms", sweeps), new("points alone, Prometheus included", "ms", points)),
            new("10,000 series of 240 points", new("detectors on one core", "ms", judged), null),
            new("peak memory", new("detection's process", "MB", [memory]), null),
        ];
    }

    private static async Task<DateTimeOffset> RegisterAsync(AppServers servers, TelemetryDataset dataset, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(dataset.TruthFile);
        using var truth = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        string[] services = [.. truth.RootElement.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()!)];
        await using var connection = new NpgsqlConnection(servers.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("INSERT INTO slo.services (service_id) SELECT unnest($1::text[])", connection);
        command.Parameters.Add(new() { Value = services });
        await command.ExecuteNonQueryAsync(cancellation);
        return truth.RootElement.GetProperty("end").GetDateTimeOffset();
    }

    private static async Task<double> AskAsync(HttpClient http, string what, DateTimeOffset end, CancellationToken cancellation)
    {
        using var response = await http.PostAsync(new Uri($"{what}/{end:yyyy-MM-ddTHH:mm:ssZ}", UriKind.Relative), null, cancellation);
        response.EnsureSuccessStatusCode();
        return double.Parse(await response.Content.ReadAsStringAsync(cancellation), CultureInfo.InvariantCulture);
    }
}
