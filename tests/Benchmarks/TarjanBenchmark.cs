using System.Diagnostics;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Yardsticks;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks;

/// <summary>Strongly connected components of a large graph beside networkx on the same graph.</summary>
public sealed class TarjanBenchmark : IBenchmark
{
    private const int Rounds = 15;
    // Until the compiler has seen enough to optimise.
    private const int WarmUp = 2_000;

    private static readonly GraphShape Shape = new(Cycles: 200);

    /// <inheritdoc/>
    public string Name => "tarjan";

    /// <inheritdoc/>
    public string Description => $"strongly connected components of {Shape.Services} services and {Shape.Edges} dependencies, beside networkx";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var graph = GeneratedGraph.Of(Shape);
        int[][] successors =
            [.. Enumerable.Range(0, graph.Services.Count).GroupJoin(graph.Edges, s => s, e => e.Source, (_, calls) => calls.Select(c => c.Target).ToArray())];
        var times = new List<double>();
        int components = 0;
        for (int round = -WarmUp; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            components = StronglyConnectedComponents.Of(successors).Members.Count;
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var theirs = await TheirsAsync(graph, components, cancellation);
        return
        [
            new("time", new("Tarjan, iterative", "ms", times), theirs),
            new("found", new("components", "components", [components]), null),
        ];
    }

    private static async Task<Measurement?> TheirsAsync(GeneratedGraph graph, int components, CancellationToken cancellation)
    {
        try
        {
            var (times, found, version) = await NetworkX.TimeAsync(graph.Services.Count, graph.Edges.Select(e => (e.Source, e.Target)), Rounds, cancellation);
            return found == components
                ? new($"networkx {version}", "ms", times)
                : throw new InvalidDataException($"networkx finds {found} components, not {components}.");
        }
        catch (InvalidOperationException missing)
        {
            await Console.Error.WriteLineAsync($"Nothing to compare with: {missing.Message}");
            return null;
        }
    }
}
