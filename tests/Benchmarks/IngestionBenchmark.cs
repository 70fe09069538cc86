using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using SloFunctions.Benchmarks.Harness;

namespace SloFunctions.Benchmarks;

/// <summary>A graph of 1,000 services and 4,000 dependencies over HTTP beside a COPY of the same rows into equally indexed tables.</summary>
public sealed class IngestionBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int Services = 1_000;
    private const int Dependencies = 4_000;

    /// <inheritdoc/>
    public string Name => "ingestion";

    /// <inheritdoc/>
    public string Description => $"POST of {Services} services and {Dependencies} dependencies, beside a COPY of the same rows";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        await using (var create = new NpgsqlCommand(
            """
            CREATE TABLE slo.bench_services (LIKE slo.services INCLUDING ALL);
            CREATE TABLE slo.bench_dependencies (LIKE slo.service_dependencies INCLUDING ALL)
            """,
            owner))
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }

        using var http = new HttpClient { BaseAddress = app.BaseUrl };
        var (first, again, copy) = (new List<double>(), new List<double>(), new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            string prefix = string.Create(CultureInfo.InvariantCulture, $"round{round}");
            double posted = await PostAsync(http, prefix, cancellation);
            double repeated = await PostAsync(http, prefix, cancellation);
            double copied = await CopyAsync(owner, prefix, cancellation);
            if (round < 0) continue;
            first.Add(posted);
            again.Add(repeated);
            copy.Add(copied);
        }

        var raw = new Measurement("COPY", "ms", copy);
        return
        [
            new("new graph", new("POST", "ms", first), raw),
            new("same graph again", new("POST", "ms", again), raw),
        ];
    }

    private static IEnumerable<(int Source, int Target)> Edges() =>
        Enumerable.Range(0, Dependencies).Select(i => (i % Services, ((i % Services) + 1 + (i / Services * 7)) % Services));

    private static string Id(string prefix, int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-service-{i:D4}");

    private static async Task<double> PostAsync(HttpClient http, string prefix, CancellationToken cancellation)
    {
        var body = new StringBuilder("""{"source":"manual","timestamp":"2026-01-01T00:00:00Z","nodes":[""");
        body.AppendJoin(',', Enumerable.Range(0, Services).Select(i =>
            $$$"""{"service_id":"{{{Id(prefix, i)}}}","metadata":{"team":"team-{{{i % 20}}}","criticality":"high","tier":1}}"""));
        body.Append("""],"edges":[""");
        body.AppendJoin(',', Edges().Select(e =>
            $$$"""{"source":"{{{Id(prefix, e.Source)}}}","target":"{{{Id(prefix, e.Target)}}}","attributes":{"communication_mode":"sync","criticality":"hard","protocol":"grpc","timeout_ms":500}}"""));
        body.Append("]}");
        using var content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        long start = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync("api/v1/services/dependencies", content, cancellation);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<double> CopyAsync(NpgsqlConnection owner, string prefix, CancellationToken cancellation)
    {
        Guid[] ids = [.. Enumerable.Range(0, Services).Select(_ => Guid.NewGuid())];
        long start = Stopwatch.GetTimestamp();
        await using (var copy = await owner.BeginBinaryImportAsync(
            "COPY slo.bench_services (id, service_id, metadata, criticality, team, tier) FROM STDIN (FORMAT binary)", cancellation))
        {
            for (int i = 0; i < Services; i++)
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(ids[i], NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(Id(prefix, i), NpgsqlDbType.Varchar, cancellation);
                await copy.WriteAsync($$"""{"team":"team-{{i % 20}}","criticality":"high","tier":1}""", NpgsqlDbType.Jsonb, cancellation);
                await copy.WriteAsync("high", NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync($"team-{i % 20}", NpgsqlDbType.Varchar, cancellation);
                await copy.WriteAsync((short)1, NpgsqlDbType.Smallint, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await using (var copy = await owner.BeginBinaryImportAsync(
            """
            COPY slo.bench_dependencies
              (source_service_id, target_service_id, communication_mode, criticality, protocol, timeout_ms, discovery_source)
            FROM STDIN (FORMAT binary)
            """,
            cancellation))
        {
            foreach (var (source, target) in Edges())
            {
                await copy.StartRowAsync(cancellation);
                await copy.WriteAsync(ids[source], NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync(ids[target], NpgsqlDbType.Uuid, cancellation);
                await copy.WriteAsync("sync", NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync("hard", NpgsqlDbType.Text, cancellation);
                await copy.WriteAsync("grpc", NpgsqlDbType.Varchar, cancellation);
                await copy.WriteAsync(500, NpgsqlDbType.Integer, cancellation);
                await copy.WriteAsync("manual", NpgsqlDbType.Text, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
