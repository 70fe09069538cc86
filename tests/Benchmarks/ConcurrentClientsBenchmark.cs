using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks;

/// <summary>200 clients for ten minutes, as the specification's acceptance criterion has it: times, errors and memory.</summary>
public sealed class ConcurrentClientsBenchmark : IBenchmark
{
    private const int Clients = 200;
    private const int Rounds = 10;
    private static readonly TimeSpan Ours = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Theirs = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Name => "concurrent-clients";

    /// <inheritdoc/>
    public string Description => "200 clients for ten minutes: a stored recommendation, with a key, limits and telemetry, beside bare Kestrel with one point read";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var answer = await CachedAnswer.StartAsync(cancellation);
        using var ours = answer.OfApp(Clients);
        using var raw = answer.OfBare(Clients);
        await ours.RunAsync(Theirs, cancellation);
        await raw.RunAsync(Theirs, cancellation);
        var (our, their, memory) = (new List<Load>(), new List<Load>(), new List<double>());
        for (int round = 0; round < Rounds; round++)
        {
            our.Add(await ours.RunAsync(Ours, cancellation));
            memory.Add(answer.App.Memory / 1e6);
            their.Add(await raw.RunAsync(Theirs, cancellation));
        }

        return
        [
            .. Load.Compare($"{Clients} clients", our, their),
            new("memory, first minute", new("app", "MB", memory[..1]), null),
            new("memory, last minute", new("app", "MB", memory[^1..]), null),
        ];
    }
}
