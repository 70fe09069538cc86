using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Graphs;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>New recommendations in a fleet of 5,000 services over HTTP: one at a time beside the read of the history alone, and all of them without it.</summary>
public sealed class FleetRecommendationsBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Questions = 60;
    private const double SingleLimitMs = 300;
    private const double FleetLimitSeconds = 60;
    private const double LimitMegabytes = 500;
    private const string History = "SELECT c.hour, c.good, c.total, c.latency_counts FROM slo.sli_hourly_counts c JOIN slo.services s ON s.id = c.service_id WHERE s.service_id = $1 AND c.hour >= $2";

    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly GeneratedGraph graph = GeneratedGraph.Of(new GraphShape());
    private readonly SeededRandom random = new(20_260_101);

    /// <inheritdoc/>
    public string Name => "recommendations-5000";

    /// <inheritdoc/>
    public string Description => $"new recommendations over HTTP in a fleet of {graph.Services.Count} services and {graph.Edges.Count} dependencies with a month behind them";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(5));
        var end = TimeWindow.HourOf(TimeProvider.System.GetUtcNow());
        await PrepareAsync(servers, http, end, cancellation);
        await using var bulk = await BuiltProgram.StartAsync("Benchmarks", [MeasuredRecommendations.Argument], servers.Settings);
        using var told = new HttpClient { BaseAddress = bulk.BaseUrl, Timeout = TimeSpan.FromMinutes(10) };
        double prior = await TellAsync(told, "prior", null, cancellation);

        double first = await TimeAsync(() => AskAsync(http, graph.Services[0], cancellation));
        var (ours, reads) = (new List<double[]>(), new List<double[]>());
        await using var reader = new NpgsqlConnection(servers.OwnerConnectionString);
        await reader.OpenAsync(cancellation);
        for (int round = -1; round < Rounds; round++)
        {
            double[] asked = new double[Questions], read = new double[Questions];
            for (int i = 0; i < Questions; i++)
            {
                string service = graph.Services[random.Below(graph.Services.Count)];
                asked[i] = await TimeAsync(() => AskAsync(http, service, cancellation));
                read[i] = await TimeAsync(() => ReadAsync(reader, service, end.AddDays(-30), cancellation));
            }

            if (round < 0) continue;
            ours.Add([.. asked.Order()]);
            reads.Add([.. read.Order()]);
        }

        double fleet = await TellAsync(told, "all", [.. graph.Services], cancellation) / 1000;
        double memory = Math.Max(app.PeakMemory, bulk.PeakMemory) / 1e6;
        double p95 = ours.Select(times => times[(int)(0.95 * times.Length)]).Order().ElementAt(Rounds / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  bars: {Kept(p95, SingleLimitMs)} (p95 under {SingleLimitMs} ms), {Kept(fleet, FleetLimitSeconds)} (all under {FleetLimitSeconds} s), {Kept(memory, LimitMegabytes)} (under {LimitMegabytes} MB)"));
        return
        [
            At("p50", 0.5, ours, reads),
            At("p95", 0.95, ours, reads),
            new("first, everything computed", new("GET", "ms", [first]), null),
            new("learning how the fleet fails", new("prior", "ms", [prior]), null),
            new("all services, computed and stored", new("use case", "s", [fleet]), null),
            new("the larger process", new("peak memory", "MB", [memory]), null),
        ];
    }

    private static string Kept(double figure, double limit) => figure < limit ? "kept" : "MISSED";

    private static Comparison At(string name, double share, List<double[]> ours, List<double[]> reads) => new(
        name,
        new("force_regenerate", "ms", [.. ours.Select(times => times[(int)(share * times.Length)])]),
        new("history read", "ms", [.. reads.Select(times => times[(int)(share * times.Length)])]));

    private async Task PrepareAsync(AppServers servers, HttpClient http, DateTimeOffset end, CancellationToken cancellation)
    {
        foreach (byte[] body in GraphRequests.Of(graph, "", TimeProvider.System.GetUtcNow()))
            await PostAsync(http, "api/v1/services/dependencies", new ByteArrayContent(body), cancellation);
        await new FleetHistory(servers.OwnerConnectionString).WriteAsync([.. graph.Services], Bounds, end.AddDays(-30), end, cancellation);
    }

    private static async Task<double> TellAsync(HttpClient http, string what, string[]? services, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync(new Uri(what, UriKind.Relative), services ?? [], cancellation);
        response.EnsureSuccessStatusCode();
        return double.Parse(await response.Content.ReadAsStringAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static async Task AskAsync(HttpClient http, string service, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(new Uri($"api/v1/services/{service}/slo-recommendations?force_regenerate=true", UriKind.Relative), cancellation);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null, cancellation);
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string service, DateTimeOffset since, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(History, connection) { Parameters = { new() { Value = service }, new() { Value = since } } };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) _ = rows.GetFieldValue<long[]>(3);
    }

    private static async Task PostAsync(HttpClient http, string path, HttpContent content, CancellationToken cancellation)
    {
        using (content)
        {
            using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
