using System.Text.Json;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>The real chain from Prometheus over the use case into a database.</summary>
internal sealed class Aggregation(MigratedDatabase database, PrometheusOptions options) : IDisposable
{
    private readonly PrometheusConnection connection = new(options);
    private readonly PostgresSliStore store = new(new PostgresDatabase(database.Application));

    public void Dispose() => connection.Dispose();

    /// <summary>Ingests a graph file; of its services only those that are wanted.</summary>
    public async Task RegisterAsync(string graphFile, Func<string, bool>? wanted = null)
    {
        var body = JsonSerializer.Deserialize<GraphBody>(await File.ReadAllTextAsync(graphFile), PublishedJson.Options)!;
        if (wanted is not null)
        {
            body = body with
            {
                Nodes = [.. body.Nodes!.Where(n => wanted(n!.ServiceId!))],
                Edges = [.. body.Edges!.Where(e => wanted(e!.Source!) && wanted(e.Target!))],
            };
        }

        var ingest = new IngestGraph(new PostgresGraphStore(new PostgresDatabase(database.Application), new SnapshotCache()), new RandomIdSource(TimeProvider.System), TimeProvider.System);
        (await ingest.HandleAsync(body, Callers.Administrator, CancellationToken.None)).TryGet(out _, out var error).ShouldBeTrue(error?.ToString());
    }

    public Task<AggregationReport> RunAsync(DateTimeOffset now, int historyDays)
    {
        var clock = new FakeClock(now);
        var source = new PrometheusTelemetrySource(new PrometheusClient(connection, options, TimeProvider.System), options);
        var policy = new AggregationPolicy { HistoryDays = historyDays };
        return new AggregateSlis(source, store, policy, clock).HandleAsync(CancellationToken.None);
    }

    /// <summary>Every way in which the stored hours of the window differ from the truth.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(IEnumerable<Truth> truths, DateTimeOffset from, DateTimeOffset to)
    {
        var differences = new List<string>();
        foreach (var truth in truths)
        {
            var history = await store.ReadHistoryAsync(ServiceId.Of(truth.Service), new TimeWindow(from, to), CancellationToken.None);
            var stored = history.Hours.OfType<HourlySli>().ToDictionary(h => h.Hour, Truth.LineOf);
            var expected = truth.Between(from, to);
            differences.AddRange(expected.Keys.Union(stored.Keys).Order()
                .Select(hour => (Hour: hour, Truth: expected.GetValueOrDefault(hour, "missing"), Stored: stored.GetValueOrDefault(hour, "missing")))
                .Where(d => d.Truth != d.Stored)
                .Select(d => $"{truth.Case} {truth.Service} {d.Hour:u}: stored {d.Stored}, true {d.Truth}"));
        }

        return differences;
    }
}
