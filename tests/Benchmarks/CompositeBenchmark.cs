using System.Diagnostics;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Yardsticks;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks;

/// <summary>The composites of all services of a large graph beside a product over all that each can reach, which is fast and wrong.</summary>
public sealed class CompositeBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int Megabyte = 1 << 20;

    private static readonly GraphShape Typical = new();

    /// <inheritdoc/>
    public string Name => "composite";

    /// <inheritdoc/>
    public string Description =>
        $"composites of all {Typical.Services} services over {Typical.Edges} dependencies, 10 % of them redundant, beside the naive product over each closure";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var results = new List<Comparison>();
        results.AddRange(Run("all hard", Typical, cancellation));
        results.AddRange(Run("60 % hard", Typical with { Hard = 0.6 }, cancellation));
        results.AddRange(Run("40 % redundant", Typical with { Redundant = 0.4 }, cancellation));
        results.Add(new("whole process", new("peak memory", "MB", [(double)PeakMemory() / Megabyte]), null));
        return Task.FromResult<IReadOnlyList<Comparison>>(results);
    }

    private static IEnumerable<Comparison> Run(string variant, GraphShape shape, CancellationToken cancellation)
    {
        var graph = GeneratedGraph.Of(shape).ToServiceGraph();
        double[] own = Own(graph.Services.Count);
        double?[] observed = [.. own.Select(p => (double?)p)], targets = new double?[own.Length];
        var (composites, product, everything) = (new List<double>(), new List<double>(), new List<double>());
        IReadOnlyList<Composite> solved = [];
        double[] naive = [];
        ServiceAvailabilities all = null!;
        for (int round = -1; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            double ours = Time(() => solved = ReliabilityNetwork.Of(graph).SolveAll(own));
            double theirs = Time(() => naive = NaiveProduct.Of(graph, own));
            double pass = Time(() => all = new ServiceAvailabilities(graph, observed, targets, default));
            if (round < 0) continue;
            composites.Add(ours);
            product.Add(theirs);
            everything.Add(pass);
        }

        return
        [
            new($"{variant}: composites", new("structure and all services", "ms", composites), new("naive product", "ms", product)),
            new($"{variant}: with ceilings and bounds", new("one pass, all services", "ms", everything), null),
            new($"{variant}: solved exactly", new("share", "%", [Share(solved, c => c.IsExact)]), new("naive product", "%", [Share(solved.Zip(naive), r => Math.Abs(r.First.Availability - r.Second) < 1e-12)])),
            new($"{variant}: bounds exact", new("share", "%", [Share(all.Services, s => s.Bound.IsExact)]), null),
            new($"{variant}: largest error", new("naive product", "ratio", [solved.Zip(naive).Max(r => Math.Abs(r.First.Availability - r.Second))]), null),
            new($"{variant}: dependencies", new("of a service, on average", "services", [all.Services.Average(s => s.Dependencies)]), null),
        ];
    }

    private static double Share<T>(IEnumerable<T> items, Func<T, bool> holds) => 100 * items.Average(i => holds(i) ? 1.0 : 0);

    // From 99 % to 99.997 %, as many to every nine.
    private static double[] Own(int count)
    {
        var random = new SeededRandom(1);
        return [.. Enumerable.Range(0, count).Select(_ => 1 - Math.Pow(10, -2 - (2.5 * (random.NextBits() >> 11) / (1UL << 53))))];
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static long PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
