using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks;

/// <summary>Three hops from services of a large graph, inside the database, beside reading as many dependencies by their keys.</summary>
public sealed class SubgraphBenchmark : IBenchmark
{
    private const int Samples = 300;
    private const int Hops = 3;

    private static readonly GraphShape Shape = new(Hard: 0.6);

    /// <inheritdoc/>
    public string Name => "subgraph";

    /// <inheritdoc/>
    public string Description => $"{Hops} hops from {Samples} random services among {Shape.Services} services and {Shape.Edges} dependencies";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var graph = GeneratedGraph.Of(Shape);
        await using var servers = await AppServers.StartAsync(null, cancellation);
        var store = new PostgresGraphStore(servers.Database, new SnapshotCache());
        var ingest = new IngestGraph(store, new RandomIdSource(TimeProvider.System), TimeProvider.System);
        foreach (byte[] body in GraphRequests.Of(graph, "", DateTimeOffset.UnixEpoch.AddYears(50)))
            await ingest.HandleAsync(JsonSerializer.Deserialize<GraphBody>(body, PublishedJson.Options), Callers.Administrator, cancellation);
        await using (var analyze = servers.Source.CreateCommand("ANALYZE service_dependencies")) await analyze.ExecuteNonQueryAsync(cancellation);

        var results = new List<Comparison>();
        foreach (var direction in (DependencyDirection[])[DependencyDirection.Downstream, DependencyDirection.Upstream, DependencyDirection.Both])
            results.AddRange(await RunAsync(servers, graph, direction, cancellation));
        return results;
    }

    private static async Task<IReadOnlyList<Comparison>> RunAsync(
        AppServers servers, GeneratedGraph graph, DependencyDirection direction, CancellationToken cancellation)
    {
        var reader = new PostgresSubgraphReader(servers.Database);
        var random = new SeededRandom(3);
        var (ours, plain, edges) = (new List<double>(), new List<double>(), new List<double>());
        for (int i = -20; i < Samples; i++)
        {
            var service = ServiceId.Of(graph.Services[random.Below(graph.Services.Count)]);
            var query = new SubgraphQuery(service, direction, Hops, IncludeExternal: true);
            using var time = new DatabaseTime();
            var subgraph = await reader.ReadAsync(query, cancellation);
            double milliseconds = time.Milliseconds;
            double keys = await ReadByKeysAsync(servers.Source, subgraph!.Edges.Count, cancellation);
            if (i < 0) continue;
            ours.Add(milliseconds);
            plain.Add(keys);
            edges.Add(subgraph.Edges.Count);
        }

        string name = direction.ToString().ToLowerInvariant();
        return
        [
            new($"{name}, median", new("follow", "ms", ours), new("as many rows", "ms", plain)),
            new($"{name}, p95", new("follow", "ms", [P95(ours)]), new("as many rows", "ms", [P95(plain)])),
            new($"{name}, dependencies p95", new("found", "edges", [P95(edges)]), null),
        ];
    }

    private static double P95(List<double> samples) => samples.Order().ElementAt((int)(samples.Count * 0.95));

    private static async Task<double> ReadByKeysAsync(NpgsqlDataSource source, int count, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        await using var command = source.CreateCommand(
            "SELECT source_service_id, target_service_id, communication_mode::text, criticality::text, protocol, timeout_ms, retry_config::text FROM service_dependencies WHERE NOT is_stale LIMIT $1");
        command.Parameters.Add(new NpgsqlParameter { Value = count });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) _ = rows.GetGuid(0);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
