using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

/// <summary>Graph submissions in few words.</summary>
internal static class Submissions
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Stores submissions in a database, at noon.</summary>
    public static IngestGraph Into(MigratedDatabase database) => Into(new PostgresGraphStore(new PostgresDatabase(database.Application), new SnapshotCache()));

    public static IngestGraph Into(IGraphStore store) => new(store, new RandomIdSource(TimeProvider.System), new FakeClock(Noon));

    /// <summary>Stores a submission that comes once.</summary>
    public static Task<IngestionReceipt> StoreAsync(this IngestGraph graph, GraphUpdate update, CancellationToken cancellation) =>
        graph.StoreAsync(update, deliveryKey: null, cancellation);

    public static GraphUpdate From(DiscoverySource source, params DependencyEdge[] edges) => new(source, Noon, [], edges);

    public static GraphUpdate Manual(params DependencyEdge[] edges) => From(DiscoverySource.Manual, edges);

    public static GraphUpdate Nodes(params ServiceRegistration[] nodes) => new(DiscoverySource.Manual, Noon, nodes, []);

    public static ServiceRegistration Node(
        string id, string? metadata = "{}", ServiceCriticality? criticality = null, string? team = null, int? tier = null) =>
        new(ServiceId.Of(id), criticality, team, tier, metadata);

    public static DependencyEdge Edge(
        string source,
        string target,
        DependencyCriticality criticality = DependencyCriticality.Hard,
        CommunicationMode mode = CommunicationMode.Sync,
        int? timeout = null) =>
        new(ServiceId.Of(source), ServiceId.Of(target), mode, criticality, "grpc", timeout, timeout is null ? null : """{"max_retries": 2}""");

    /// <summary>Hard edges along a chain of services.</summary>
    public static DependencyEdge[] Chain(params string[] services) => [.. services.Zip(services.Skip(1), (a, b) => Edge(a, b))];
}
