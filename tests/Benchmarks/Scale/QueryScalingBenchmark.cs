using System.Diagnostics;
using System.Globalization;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>
/// What Prometheus takes for the queries of an hourly aggregation, for fleets of three sizes that it scrapes each minute; that of the largest as a
/// straight line through the others tells it, beside the measured time.
/// </summary>
public sealed class QueryScalingBenchmark : IBenchmark
{
    /// <summary>Names the folder of the generated fleets, one folder a size; <c>./slo bench</c> sets it.</summary>
    public const string Variable = "SLO_SCALE_DATASETS";

    private const int Rounds = 5;

    private static readonly int[] Fleets = [500, 5_000, 20_000];
    private static readonly DateTimeOffset End = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public string Name => "scale-queries";

    /// <inheritdoc/>
    public string Description => "the queries of an hourly aggregation over fleets of three sizes, the largest predicted from the others";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        string folder = Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException("There are no fleets; ./slo bench makes them.");
        var taken = new List<Measurement>();
        foreach (int fleet in Fleets)
        {
            string data = Directory.EnumerateDirectories(Path.Combine(folder, fleet.ToString(CultureInfo.InvariantCulture))).Single();
            taken.Add(new Measurement("measured", "ms", await MeasureAsync(new TelemetryDataset(data), cancellation)));
        }

        var (small, middle) = (taken[0].Median, taken[1].Median);
        double slope = (middle - small) / (Fleets[1] - Fleets[0]);
        double line = small + (slope * (Fleets[2] - Fleets[0]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  a service: {slope:0.000} ms of Prometheus an hour"));
        return
        [
            new($"{Fleets[0]} services", taken[0], null),
            new($"{Fleets[1]} services", taken[1], null),
            new($"{Fleets[2]} services", new("model", "ms", [line]), taken[2]),
        ];
    }

    private static async Task<double[]> MeasureAsync(TelemetryDataset dataset, CancellationToken cancellation)
    {
        await using var prometheus = await PrometheusServer.StartAsync(dataset.PrometheusFolder, cancellation);
        var options = new PrometheusOptions { Url = prometheus.BaseUrl.ToString() };
        using var connection = new PrometheusConnection(options);
        var times = new List<double>();
        long longest = 0;
        // The first brings the blocks into memory.
        for (int round = -1; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            longest = await GroupedQueries.RunAsync(connection, options, End.AddHours(-1), End, cancellation);
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the longest answer: {longest / 1024.0 / 1024:0.0} MiB"));
        return [.. times];
    }
}
