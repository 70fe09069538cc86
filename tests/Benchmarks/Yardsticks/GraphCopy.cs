using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks.Yardsticks;

/// <summary>The rows of a graph by COPY into tables with the same columns, checks and indexes as ours: the least that storing them costs.</summary>
public static class GraphCopy
{
    /// <summary>Makes the tables.</summary>
    public static async Task PrepareAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        await using var create = new NpgsqlCommand(
            """
            CREATE TABLE slo.bench_services (LIKE slo.services INCLUDING ALL);
            CREATE TABLE slo.bench_dependencies (LIKE slo.service_dependencies INCLUDING ALL)
            """,
            owner);
        await create.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Fills the tables, emptied before, in one transaction.</summary>
    /// <returns>Milliseconds from the first row to the commit.</returns>
    public static async Task<double> RunAsync(NpgsqlConnection owner, GeneratedGraph graph, CancellationToken cancellation)
    {
        await using (var empty = new NpgsqlCommand("TRUNCATE slo.bench_services, slo.bench_dependencies", owner)) await empty.ExecuteNonQueryAsync(cancellation);
        Guid[] ids = [.. graph.Services.Select(_ => Guid.NewGuid())];
        long start = Stopwatch.GetTimestamp();
        await using var transaction = await owner.BeginTransactionAsync(cancellation);
        await ServicesAsync(owner, graph, ids, cancellation);
        await DependenciesAsync(owner, graph, ids, cancellation);
        await transaction.CommitAsync(cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task ServicesAsync(NpgsqlConnection owner, GeneratedGraph graph, Guid[] ids, CancellationToken cancellation)
    {
        await using var copy = await owner.BeginBinaryImportAsync(
            "COPY slo.bench_services (id, service_id, metadata, criticality, team, tier) FROM STDIN (FORMAT binary)", cancellation);
        for (int i = 0; i < ids.Length; i++)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(ids[i], NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(graph.Services[i], NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync($$"""{"team":"team-{{i % 200}}","criticality":"high","tier":{{i % 4}},"runtime":"dotnet"}""", NpgsqlDbType.Jsonb, cancellation);
            await copy.WriteAsync("high", NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync($"team-{i % 200}", NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync((short)(i % 4), NpgsqlDbType.Smallint, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task DependenciesAsync(NpgsqlConnection owner, GeneratedGraph graph, Guid[] ids, CancellationToken cancellation)
    {
        await using var copy = await owner.BeginBinaryImportAsync(
            """
            COPY slo.bench_dependencies
              (source_service_id, target_service_id, communication_mode, criticality, protocol, timeout_ms, retry_config, redundancy_group, discovery_source)
            FROM STDIN (FORMAT binary)
            """,
            cancellation);
        foreach (var edge in graph.Edges)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(ids[edge.Source], NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(ids[edge.Target], NpgsqlDbType.Uuid, cancellation);
            await copy.WriteAsync(Term<CommunicationMode>.Name(edge.Mode), NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(Term<DependencyCriticality>.Name(edge.Criticality), NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync("grpc", NpgsqlDbType.Varchar, cancellation);
            await copy.WriteAsync(500, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync("""{"max_retries":3}""", NpgsqlDbType.Jsonb, cancellation);
            if (edge.Group is { } group) await copy.WriteAsync(group, NpgsqlDbType.Varchar, cancellation);
            else await copy.WriteNullAsync(cancellation);
            await copy.WriteAsync("manual", NpgsqlDbType.Text, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }
}
