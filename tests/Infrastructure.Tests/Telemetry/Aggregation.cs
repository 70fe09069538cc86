using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Prediction;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Tests.Postgres;
using SloFunctions.Testing;
using SloFunctions.Testing.Orchestrations;

namespace SloFunctions.Infrastructure.Tests.Telemetry;

/// <summary>The real chain from Prometheus over the use case into a database.</summary>
internal sealed class Aggregation(MigratedDatabase database, PrometheusOptions options) : IDisposable
{
    private readonly PrometheusConnection connection = new(options);
    private readonly PostgresSliStore store = new(new PostgresDatabase(database.Application));
    private int runs;

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

    /// <summary>Runs as if it were <paramref name="now"/>.</summary>
    public async Task<AggregationReport> RunAsync(DateTimeOffset now, int historyDays)
    {
        var clock = new FakeClock(now);
        using var instruments = new TelemetryInstruments(clock);
        var open = new PostgresDatabase(database.Application);
        var activities = new DirectActivities(typeof(Functions.Orchestrations.Aggregation).Assembly, new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITelemetrySource>(new PrometheusTelemetrySource(new PrometheusClient(connection, options, TimeProvider.System), options))
            .AddSingleton<ISliStore>(store)
            .AddSingleton<IAggregateStore>(new PostgresAggregateStore(open))
            .AddSingleton<IFleetHistories>(new PostgresFleetHistories(open))
            .AddSingleton<IFleetPriorStore>(new PostgresFleetPriorStore(open))
            .AddSingleton<IRetention>(new PostgresRetention(open))
            .AddSingleton(new RetentionPolicy())
            .AddSingleton(new AggregationPolicy { HistoryDays = historyDays })
            .AddSingleton(instruments)
            .BuildServiceProvider());
        // No two runs begin at the same time.
        return await Functions.Orchestrations.Aggregation.RunAsync(new DirectOrchestration(activities, now.AddMicroseconds(-runs++), CancellationToken.None));
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
