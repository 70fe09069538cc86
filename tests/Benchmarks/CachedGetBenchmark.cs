using System.Text;
using Npgsql;
using SloFunctions.Application.Telemetry;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Yardsticks;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>A stored recommendation over HTTP beside a bare Kestrel that reads the same bytes from the same database.</summary>
public sealed class CachedGetBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private static readonly int[] Connections = [32, 200];
    private const string Service = "checkout";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public string Name => "cached-get";

    /// <inheritdoc/>
    public string Description => "GET of a stored recommendation beside bare Kestrel with one point read of the same bytes";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        var address = new Uri(app.BaseUrl, $"api/v1/services/{Service}/slo-recommendations");
        string document = await PrepareAsync(servers, app, address, cancellation);
        await StoreAsync(servers, document, cancellation);
        await using var bare = await BuiltProgram.StartAsync(
            "Benchmarks", [BareKestrel.Argument, servers.OwnerConnectionString], new Dictionary<string, string>(StringComparer.Ordinal));

        List<Comparison> comparisons = [];
        foreach (int connections in Connections) comparisons.AddRange(await CompareAsync(address, servers.Key, bare.BaseUrl, connections, cancellation));
        return [.. comparisons, new("answer", new("document", "bytes", [Encoding.UTF8.GetByteCount(document)]), null)];
    }

    // In turns, so that whatever else the machine does meets both.
    private static async Task<IEnumerable<Comparison>> CompareAsync(Uri app, string key, Uri bare, int connections, CancellationToken cancellation)
    {
        using var ours = new LoadClient(app, connections, key);
        using var raw = new LoadClient(bare, connections);
        await ours.RunAsync(Duration, cancellation);
        await raw.RunAsync(Duration, cancellation);
        var (our, their) = (new List<Load>(), new List<Load>());
        for (int round = 0; round < Rounds; round++)
        {
            our.Add(await ours.RunAsync(Duration, cancellation));
            their.Add(await raw.RunAsync(Duration, cancellation));
        }

        return
        [
            Of("throughput", "requests/s", l => l.PerSecond), Of("p50", "ms", l => l.P50), Of("p95", "ms", l => l.P95), Of("p99", "ms", l => l.P99),
            Of("errors", "requests", l => l.Errors),
        ];

        Comparison Of(string figure, string unit, Func<Load, double> value) => new(
            $"{connections} connections, {figure}",
            new("app", unit, [.. our.Select(value)]),
            new("bare Kestrel", unit, [.. their.Select(value)]));
    }

    private static async Task<string> PrepareAsync(AppServers servers, ListeningProcess app, Uri address, CancellationToken cancellation)
    {
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromSeconds(60));
        using var graph = new StringContent($$$"""{"source":"manual","nodes":[{"service_id":"{{{Service}}}","metadata":{}}],"edges":[]}""");
        using var ingested = await http.PostAsync(new Uri(app.BaseUrl, "api/v1/services/dependencies"), graph, cancellation);
        ingested.EnsureSuccessStatusCode();

        var end = TimeWindow.HourOf(TimeProvider.System.GetUtcNow());
        var hours = Enumerable.Range(1, 30 * 24).Select(i => new ServiceHour(
            ServiceId.Of(Service), new HourlySli(end.AddHours(-i), new SliCounts(100_000 - (i % 24), 100_000), null, null)));
        var store = new PostgresSliStore(servers.Database);
        await store.StoreAsync([.. hours], cancellation);
        await store.AdvanceAsync(end, cancellation);
        await http.GetStringAsync(address, cancellation);
        return await http.GetStringAsync(address, cancellation);
    }

    private static async Task StoreAsync(AppServers servers, string document, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(servers.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("CREATE TABLE slo.bench_documents AS SELECT 1 AS id, $1::text AS document; ", connection);
        command.Parameters.Add(new() { Value = document });
        await command.ExecuteNonQueryAsync(cancellation);
        await using var key = new NpgsqlCommand("ALTER TABLE slo.bench_documents ADD PRIMARY KEY (id)", connection);
        await key.ExecuteNonQueryAsync(cancellation);
    }
}
