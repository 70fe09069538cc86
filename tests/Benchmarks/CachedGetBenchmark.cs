using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks;

/// <summary>A stored recommendation over HTTP beside a bare Kestrel that reads the same bytes from the same database.</summary>
public sealed class CachedGetBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private static readonly int[] Connections = [32, 200];
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public string Name => "cached-get";

    /// <inheritdoc/>
    public string Description => "GET of a stored recommendation, with a key, limits and telemetry, beside bare Kestrel with one point read of the same bytes";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var answer = await CachedAnswer.StartAsync(cancellation);
        List<Comparison> comparisons = [];
        foreach (int connections in Connections) comparisons.AddRange(await CompareAsync(answer, connections, cancellation));
        return [.. comparisons, new("answer", new("document", "bytes", [answer.Bytes]), null)];
    }

    // In turns, so that whatever else the machine does meets both.
    private static async Task<IEnumerable<Comparison>> CompareAsync(CachedAnswer answer, int connections, CancellationToken cancellation)
    {
        using var ours = answer.OfApp(connections);
        using var raw = answer.OfBare(connections);
        await ours.RunAsync(Duration, cancellation);
        await raw.RunAsync(Duration, cancellation);
        var (our, their) = (new List<Load>(), new List<Load>());
        for (int round = 0; round < Rounds; round++)
        {
            our.Add(await ours.RunAsync(Duration, cancellation));
            their.Add(await raw.RunAsync(Duration, cancellation));
        }

        return Load.Compare($"{connections} connections", our, their);
    }
}
