using SloFunctions.Application.Graph;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using SloFunctions.Testing;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

/// <summary>What one instance of the app holds: its own sight of the database and its own cache.</summary>
internal sealed class Instance
{
    public Instance(MigratedDatabase database, FakeClock clock)
    {
        var postgres = new PostgresDatabase(database.Application);
        var policy = new RecommendationPolicy();
        Store = new PostgresRecommendationStore(postgres);
        Version = new PostgresCacheVersion(postgres);
        Cache = new RecommendationCache(Store, new VersionWatch(Version, policy, clock), policy);
        Graph = Into(new PostgresGraphStore(postgres, new SnapshotCache()));
    }

    public PostgresRecommendationStore Store { get; }

    public PostgresCacheVersion Version { get; }

    public RecommendationCache Cache { get; }

    public IngestGraph Graph { get; }

    public static RecommendationKey Key(string service) => new(ServiceId.Of(service), 30, RecommendationMethod.HistoricalPercentile);

    /// <summary>The id of the set that is served without computing anew; null when there is none.</summary>
    public async Task<Guid?> ServesAsync(string service)
    {
        var stored = (await Cache.FindAsync(Key(service), CancellationToken.None)).Stored;
        return stored is { } set && set.ExpiresAt > set.GeneratedAt ? set.Id : null;
    }

    /// <summary>Stores a set that rests on the present graph.</summary>
    public async Task<Guid> SaveAsync(string service)
    {
        var receipt = await Graph.StoreAsync(Nodes(Node(service)), CancellationToken.None);
        var document = Published.For(service) with { DependencyGraphSnapshotId = receipt.GraphSnapshotId };
        return (await Store.SaveAsync(document, "{}"u8.ToArray(), [], 30, CancellationToken.None)).Id;
    }
}
