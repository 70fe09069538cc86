using System.Diagnostics;
using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks;

/// <summary>From starting the local host to its first answered request.</summary>
public sealed class StartBenchmark : IBenchmark
{
    private const int Rounds = 7;

    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Description => "from starting the local host's process to its first answer from the database";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        using var http = servers.Client(new Uri("http://127.0.0.1"), TimeSpan.FromSeconds(100));
        var times = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            await using var app = await servers.StartAppAsync();
            await http.GetStringAsync(new Uri(app.BaseUrl, "api/v1/services"), cancellation);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return [new("first answer", new("GET /api/v1/services", "ms", times), null)];
    }
}
