using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Graphs;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>A fleet with a month behind it in a database of its own, on which bulk runs are measured.</summary>
public sealed class ScaleFleet : IAsyncDisposable
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private const string Size = "SELECT sum(pg_total_relation_size(relid))::float8 FROM pg_partition_tree('slo.sli_hourly_counts')";
    private const string Neighbours = "SELECT service_id FROM slo.services ORDER BY id LIMIT $1";

    private readonly AppServers servers;
    private readonly string[] services;
    private readonly NpgsqlConnection owner;

    private ScaleFleet(AppServers servers, string[] services)
    {
        (this.servers, this.services) = (servers, services);
        owner = new NpgsqlConnection(servers.OwnerConnectionString);
    }

    /// <summary>Makes one.</summary>
    /// <param name="size">How many services.</param>
    /// <param name="edges">How many dependencies each has.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ScaleFleet> CreateAsync(int size, int edges, CancellationToken cancellation)
    {
        var graph = GeneratedGraph.Of(new GraphShape(Services: size, Edges: edges * size));
        var parts = await AppServers.StartAsync(null, cancellation);
        var made = new ScaleFleet(parts, [.. graph.Services]);
        await made.owner.OpenAsync(cancellation);
        var ingest = new IngestGraph(new PostgresGraphStore(parts.Database, new SnapshotCache()), new RandomIdSource(TimeProvider.System), TimeProvider.System);
        foreach (byte[] body in GraphRequests.Of(graph, "", TimeProvider.System.GetUtcNow()))
        {
            var read = JsonSerializer.Deserialize<GraphBody>(body, PublishedJson.Options);
            _ = (await ingest.HandleAsync(read, Callers.Administrator, cancellation)).Value ?? throw new InvalidOperationException("The graph was refused.");
        }

        var end = TimeWindow.HourOf(TimeProvider.System.GetUtcNow());
        await new FleetHistory(parts.OwnerConnectionString).WriteAsync(made.services, Bounds, end.AddDays(-30), end, cancellation);
        return made;
    }

    /// <summary>The services.</summary>
    public IReadOnlyList<string> Services => services;

    /// <summary>The servers that it is on.</summary>
    public AppServers Servers => servers;

    /// <summary>Starts an app that runs so many activities at once.</summary>
    public Task<ListeningProcess> StartAppAsync(int slots) => servers.StartAppAsync(directory: HostFolder(slots));

    /// <summary>Runs once on an app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="slots">The activities that it runs at once.</param>
    /// <param name="sample">How many services, those that a run of all would begin with; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<MeasuredRun> RunAsync(ListeningProcess app, int slots, int? sample, CancellationToken cancellation)
    {
        using var http = servers.Client(app.BaseUrl, TimeSpan.FromMinutes(5));
        var chosen = sample < services.Length ? await NeighboursAsync(sample.Value, cancellation) : null;
        double before = app.ProcessorTime.TotalMilliseconds;
        var worked = await DatabaseWork.ReadAsync(owner, cancellation);
        double seconds = await BulkRun.TimeAsync(http, chosen, cancellation);
        var work = await DatabaseWork.ReadAsync(owner, cancellation) - worked;
        return new MeasuredRun(services.Length, chosen?.Count ?? services.Length, slots, seconds, app.ProcessorTime.TotalMilliseconds - before, work);
    }

    /// <summary>What the hours of a service take in the database, indexes included.</summary>
    public async Task<double> HistoryBytesAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Size, owner);
        return (double)(await command.ExecuteScalarAsync(cancellation))! / services.Length;
    }

    private async Task<IReadOnlyList<string>> NeighboursAsync(int count, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Neighbours, owner) { Parameters = { new() { Value = count } } };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation)) names.Add(rows.GetString(0));
        return names;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await servers.DisposeAsync();
    }

    // The app's own settings for the host, but for this number.
    private static string HostFolder(int slots)
    {
        var folder = Directory.CreateTempSubdirectory("slo-scale-");
        string text = File.ReadAllText(RepositoryRoot.Combine("host.json"));
        var json = JsonNode.Parse(text)!;
        json["extensions"]!["durableTask"]!["maxConcurrentActivityFunctions"] = slots;
        File.WriteAllText(Path.Combine(folder.FullName, "host.json"), json.ToJsonString());
        return folder.FullName;
    }
}
