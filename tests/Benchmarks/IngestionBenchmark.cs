using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Benchmarks.Yardsticks;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Graphs;

namespace SloFunctions.Benchmarks;

/// <summary>A whole large graph over HTTP, until its receipts say that it is stored, beside a COPY of the same rows into equally indexed tables.</summary>
public sealed class IngestionBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Megabyte = 1 << 20;

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private static readonly GraphShape Shape = new(Hard: 0.6);
    private static readonly DateTimeOffset Seen = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public string Name => "ingestion";

    /// <inheritdoc/>
    public string Description => $"a graph of {Shape.Services} services and {Shape.Edges} dependencies in requests of at most 10 MB, beside a COPY of the same rows";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        var graph = GeneratedGraph.Of(Shape);
        await using var servers = await AppServers.StartAsync(null, cancellation);
        await using var app = await servers.StartAppAsync();
        await using var owner = new NpgsqlConnection(servers.OwnerConnectionString);
        await owner.OpenAsync(cancellation);
        await GraphCopy.PrepareAsync(owner, cancellation);

        using var http = servers.Client(app.BaseUrl, TimeSpan.FromSeconds(100));
        var (posted, again, database, copied) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (int round = -1; round < Rounds; round++)
        {
            await EmptyAsync(owner, cancellation);
            double commands = await StoreAsync(servers, graph, Prefix("own", round), cancellation);
            await EmptyAsync(owner, cancellation);
            double first = await PostAsync(http, graph, Prefix("http", round), Seen, cancellation);
            double second = await PostAsync(http, graph, Prefix("http", round), Seen.AddMinutes(15), cancellation);
            double copy = await GraphCopy.RunAsync(owner, graph, cancellation);
            if (round < 0) continue;
            posted.Add(first);
            again.Add(second);
            database.Add(commands);
            copied.Add(copy);
        }

        var raw = new Measurement("COPY", "ms", copied);
        return
        [
            new("new graph, over HTTP", new("POST until completed", "ms", posted), raw),
            new("new graph, database time", new("commands", "ms", database), raw),
            new("seen again later, over HTTP", new("POST until completed", "ms", again), raw),
            new("the app's process", new("peak memory", "MB", [(double)app.PeakMemory / Megabyte]), null),
        ];
    }

    private static string Prefix(string kind, int round) => string.Create(CultureInfo.InvariantCulture, $"{kind}{round + 1}-");

    private static async Task EmptyAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        string[] statements =
        [
            "DELETE FROM slo.current_graph", "DELETE FROM slo.service_dependencies", "DELETE FROM slo.services", "DELETE FROM slo.graph_ingestions",
            "DELETE FROM slo.graph_submissions",
            "VACUUM slo.service_dependencies", "VACUUM slo.services",
        ];
        foreach (string statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, owner);
            command.CommandTimeout = 120;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<double> PostAsync(HttpClient http, GeneratedGraph graph, string prefix, DateTimeOffset seen, CancellationToken cancellation)
    {
        var bodies = GraphRequests.Of(graph, prefix, seen).ToList();
        var receipts = new List<IngestionReceipt>();
        long start = Stopwatch.GetTimestamp();
        foreach (byte[] body in bodies)
        {
            using var content = new ByteArrayContent(body);
            using var response = await http.PostAsync("api/v1/services/dependencies", content, cancellation);
            response.EnsureSuccessStatusCode();
            receipts.Add((await response.Content.ReadFromJsonAsync<IngestionReceipt>(PublishedJson.Options, cancellation))!);
        }

        foreach (var receipt in receipts) await CompletedAsync(http, receipt, cancellation);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task CompletedAsync(HttpClient http, IngestionReceipt receipt, CancellationToken cancellation)
    {
        while (receipt.Status != "completed")
        {
            if (receipt.Failure is { } failure) throw new InvalidOperationException($"The submission failed: {failure.Reason}.");
            await Task.Delay(PollInterval, cancellation);
            receipt = (await http.GetFromJsonAsync<IngestionReceipt>($"api/v1/ingestions/{receipt.IngestionId:D}", PublishedJson.Options, cancellation))!;
        }
    }

    private static async Task<double> StoreAsync(AppServers servers, GeneratedGraph graph, string prefix, CancellationToken cancellation)
    {
        var ingest = new IngestGraph(
            new PostgresGraphStore(servers.Database, new SnapshotCache()), new RandomIdSource(TimeProvider.System), TimeProvider.System);
        var bodies = GraphRequests.Of(graph, prefix, Seen).Select(b => JsonSerializer.Deserialize<GraphBody>(b, PublishedJson.Options)).ToList();
        using var time = new DatabaseTime();
        foreach (var body in bodies) _ = (await ingest.HandleAsync(body, Callers.Administrator, cancellation)).Value ?? throw new InvalidOperationException("The graph was refused.");
        return time.Milliseconds;
    }
}
