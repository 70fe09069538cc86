using System.Text;
using Npgsql;
using SloFunctions.Application.Telemetry;
using SloFunctions.Benchmarks.Yardsticks;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>
/// A stored recommendation, served by the app with authentication, rate limits and telemetry on, beside a bare Kestrel that reads
/// the same bytes from the same database by primary key.
/// </summary>
public sealed class CachedAnswer : IAsyncDisposable
{
    private const string Service = "checkout";

    private readonly AppServers servers;
    private readonly TelemetrySink sink;

    private CachedAnswer(AppServers servers, TelemetrySink sink, ListeningProcess app, ListeningProcess bare, int bytes) =>
        (this.servers, this.sink, App, Bare, Bytes) = (servers, sink, app, bare, bytes);

    /// <summary>The app.</summary>
    public ListeningProcess App { get; }

    /// <summary>The yardstick.</summary>
    public ListeningProcess Bare { get; }

    /// <summary>The size of the answer.</summary>
    public int Bytes { get; }

    /// <summary>Starts everything and has the answer computed and stored.</summary>
    public static async Task<CachedAnswer> StartAsync(CancellationToken cancellation)
    {
        var all = await AppServers.StartAsync(null, cancellation);
        var collector = await TelemetrySink.StartAsync(cancellation);
        var app = await all.StartAppAsync(collector.Settings);
        string document = await PrepareAsync(all, app, cancellation);
        await StoreAsync(all, document, cancellation);
        var bare = await BuiltProgram.StartAsync(
            "Benchmarks", [BareKestrel.Argument, all.OwnerConnectionString], new Dictionary<string, string>(StringComparer.Ordinal));
        return new CachedAnswer(all, collector, app, bare, Encoding.UTF8.GetByteCount(document));
    }

    /// <summary>Clients of the app.</summary>
    public LoadClient OfApp(int connections) => new(Address(App), connections, servers.Key);

    /// <summary>Clients of the yardstick.</summary>
    public LoadClient OfBare(int connections) => new(Bare.BaseUrl, connections);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Bare.DisposeAsync();
        await App.DisposeAsync();
        await sink.DisposeAsync();
        await servers.DisposeAsync();
    }

    private static Uri Address(ListeningProcess app) => new(app.BaseUrl, $"api/v1/services/{Service}/slo-recommendations");

    private static async Task<string> PrepareAsync(AppServers servers, ListeningProcess app, CancellationToken cancellation)
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
        await http.GetStringAsync(Address(app), cancellation);
        return await http.GetStringAsync(Address(app), cancellation);
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
