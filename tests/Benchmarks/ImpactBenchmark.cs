using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks;

/// <summary>Impact analyses of random services over HTTP beside the recursive query that finds who is above them.</summary>
public sealed class ImpactBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Questions = 60;
    private const int Requests = 100_000_000;
    private const int Megabyte = 1 << 20;

    private const string Upstream = """
        WITH RECURSIVE above AS (
          SELECT id FROM slo.services WHERE service_id = $1
          UNION
          SELECT d.source_service_id FROM above
            JOIN slo.service_dependencies d ON d.target_service_id = above.id
              AND NOT d.is_stale AND d.communication_mode = 'sync' AND d.criticality = 'hard')
        SELECT count(*) FROM above
        """;

    private readonly GeneratedGraph graph = GeneratedGraph.Of(new GraphShape());
    private readonly SeededRandom random = new(20_260_101);
    private double[] observed = [];

    /// <inheritdoc/>
    public string Name => "impact";

    /// <inheritdoc/>
    public string Description =>
        $"POST of an impact analysis of {Questions} services a round, the most popular one among them, {graph.Services.Count} services and {graph.Edges.Count} dependencies";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(2));
        await IngestAsync(http, cancellation);
        await StoreAsync(owner, cancellation);

        int popular = graph.Edges.GroupBy(e => e.Target).MaxBy(g => g.Count())!.Key;
        double first = await AskAsync(http, popular, cancellation);
        var (ours, query) = (new List<double[]>(), new List<double[]>());
        for (int round = -1; round < Rounds; round++)
        {
            int[] services = [popular, .. Enumerable.Range(1, Questions - 1).Select(_ => random.Below(graph.Services.Count))];
            double[] asked = new double[Questions], counted = new double[Questions];
            for (int i = 0; i < Questions; i++)
            {
                asked[i] = await AskAsync(http, services[i], cancellation);
                counted[i] = await CountAsync(owner, services[i], cancellation);
            }

            if (round < 0) continue;
            ours.Add([.. asked.Order()]);
            query.Add([.. counted.Order()]);
        }

        return
        [
            At("p50", 0.5, ours, query),
            At("p95", 0.95, ours, query),
            new("first question, everything computed", new("POST", "ms", [first]), null),
            new("the app's process", new("peak memory", "MB", [(double)app.PeakMemory / Megabyte]), null),
        ];
    }

    private static Comparison At(string name, double share, List<double[]> ours, List<double[]> query) => new(
        name,
        new("POST", "ms", [.. ours.Select(times => times[(int)(share * times.Length)])]),
        new("recursive query", "ms", [.. query.Select(times => times[(int)(share * times.Length)])]));

    private async Task IngestAsync(HttpClient http, CancellationToken cancellation)
    {
        foreach (byte[] body in GraphRequests.Of(graph, "", TimeProvider.System.GetUtcNow()))
        {
            using var content = new ByteArrayContent(body);
            using var response = await http.PostAsync("api/v1/services/dependencies", content, cancellation);
            response.EnsureSuccessStatusCode();
        }
    }

    // Services lose between one request in a thousand and one in a hundred thousand by themselves.
    private async Task StoreAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        double[] own = [.. graph.Services.Select(_ => 1 - Math.Pow(10, -3 - (2 * (random.NextBits() / (double)ulong.MaxValue))))];
        observed = [.. ReliabilityNetwork.Of(graph.ToServiceGraph()).SolveAll(own).Select(c => c.Availability)];
        var hour = TimeWindow.HourOf(TimeProvider.System.GetUtcNow()).AddHours(-2);
        await using (var partitions = new NpgsqlCommand("SELECT slo.ensure_partitions($1, $1)", owner) { Parameters = { new() { Value = hour } } })
            await partitions.ExecuteNonQueryAsync(cancellation);
        await using (var counts = new NpgsqlCommand(
            """
            INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
            SELECT s.id, $3, c.good, $4 FROM unnest($1::text[], $2::bigint[]) AS c (name, good) JOIN slo.services s ON s.service_id = c.name
            """,
            owner))
        {
            counts.Parameters.Add(new() { Value = graph.Services.ToArray() });
            counts.Parameters.Add(new() { Value = observed.Select(p => (long)(p * Requests)).ToArray() });
            counts.Parameters.Add(new() { Value = hour });
            counts.Parameters.Add(new() { Value = (long)Requests });
            await counts.ExecuteNonQueryAsync(cancellation);
        }

        await using var slos = new NpgsqlCommand(
            """
            INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by)
            SELECT id, 99, 'manual', now(), 'bench' FROM slo.services
            """,
            owner);
        await slos.ExecuteNonQueryAsync(cancellation);
        await using var analyze = new NpgsqlCommand("ANALYZE", owner);
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    // Half of the questions double what a service loses, the others halve it.
    private async Task<double> AskAsync(HttpClient http, int service, CancellationToken cancellation)
    {
        double lost = Math.Clamp(1 - observed[service], 1e-9, 0.4);
        double proposed = 1 - (lost * (random.Below(2) == 0 ? 2 : 0.5));
        string question = string.Create(CultureInfo.InvariantCulture, $$$"""
            {"service_id":"{{{graph.Services[service]}}}","proposed_change":{"sli_type":"availability","current_target":{{{100 * (1 - lost)}}},"proposed_target":{{{100 * proposed}}}}}
            """);
        using var content = new StringContent(question, Encoding.UTF8, "application/json");
        long start = Stopwatch.GetTimestamp();
        using var response = await http.PostAsync("api/v1/slos/impact-analysis", content, cancellation);
        response.EnsureSuccessStatusCode();
        await response.Content.CopyToAsync(Stream.Null, cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private async Task<double> CountAsync(NpgsqlConnection owner, int service, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Upstream, owner) { Parameters = { new() { Value = graph.Services[service] } } };
        long start = Stopwatch.GetTimestamp();
        await command.ExecuteScalarAsync(cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
