using System.Globalization;
using System.Net.Http.Json;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Scale;

namespace SloFunctions.Benchmarks;

/// <summary>Recommendations of 5,000 services by a bulk run, beside the use case alone in a loop.</summary>
public sealed class BulkBenchmark : IBenchmark
{
    private const int Rounds = 2;
    private const int Services = 5_000;
    private const double LimitSeconds = 120;
    private const double LimitMegabytes = 600;

    /// <inheritdoc/>
    public string Name => "bulk-5000";

    /// <inheritdoc/>
    public string Description => "a bulk run over 5,000 services and 50,000 dependencies with a month behind them, beside its use case alone";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var fleet = await ScaleFleet.CreateAsync(Services, edges: 10, cancellation);
        await using var loop = await BuiltProgram.StartAsync("Benchmarks", [MeasuredRecommendations.Argument], fleet.Servers.Settings);
        using var told = new HttpClient { BaseAddress = loop.BaseUrl, Timeout = TimeSpan.FromMinutes(10) };
        await using var app = await fleet.Servers.StartAppAsync();
        using var http = fleet.Servers.Client(app.BaseUrl, TimeSpan.FromMinutes(5));
        var (runs, loops) = (new List<double>(), new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            runs.Add(await BulkRun.TimeAsync(http, null, cancellation));
            using var response = await told.PostAsJsonAsync(new Uri("all", UriKind.Relative), fleet.Services, cancellation);
            response.EnsureSuccessStatusCode();
            loops.Add(double.Parse(await response.Content.ReadAsStringAsync(cancellation), CultureInfo.InvariantCulture) / 1000);
        }

        double memory = app.PeakMemory / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  bars: {(runs.Max() < LimitSeconds ? "kept" : "MISSED")} (under {LimitSeconds:0} s), {(memory < LimitMegabytes ? "kept" : "MISSED")} (under {LimitMegabytes:0} MB)"));
        return
        [
            new("all services", new("bulk run, POST to its end", "s", runs), new("use case alone", "s", loops)),
            new("the app", new("peak memory", "MB", [memory]), null),
        ];
    }
}
