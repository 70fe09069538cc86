using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>One change of the stored graph, on the connection of its transaction.</summary>
internal sealed class PostgresGraphChange(NpgsqlConnection connection, SnapshotCache snapshots) : IGraphChange
{
    private const string PurgeSnapshots = "SELECT purge_graph_snapshots($1)";
    private const string FindDelivery = "SELECT receipt FROM graph_ingestions WHERE delivery_key = $1";

    public async Task<IngestionReceipt?> FindDeliveryAsync(string deliveryKey, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync(FindDelivery, [deliveryKey], row => row.GetString(0), cancellation);
        return found.Select(json => JsonSerializer.Deserialize<IngestionReceipt>(json, PublishedJson.Options)).FirstOrDefault();
    }

    public Task<GraphSubmission?> FindSubmissionAsync(Guid id, CancellationToken cancellation) => SubmissionRow.FindAsync(connection, id, cancellation);

    public Task RemoveSubmissionAsync(Guid id, CancellationToken cancellation) => SubmissionRow.RemoveAsync(connection, id, cancellation);

    public Task<IReadOnlyDictionary<ServiceId, ServiceOwner>> FindOwnersAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        OwnerRows.ReadAsync(connection, services, cancellation);

    public Task<GraphWrites> UpsertAsync(GraphUpdate update, CancellationToken cancellation) => GraphUpsert.RunAsync(connection, update, cancellation);

    public Task<int> MarkStaleAsync(DateTimeOffset before, CancellationToken cancellation) =>
        connection.ExecuteAsync(SqlFiles.Load("Graph/mark_stale.sql"), [before.ToUniversalTime()], cancellation);

    public Task<StoredGraph> ReadAsync(CancellationToken cancellation) => StoredGraphRows.ReadAsync(connection, cancellation);

    public Task<GraphVersion?> FindCurrentAsync(CancellationToken cancellation) => SnapshotCache.FindCurrentAsync(connection, cancellation);

    public Task<CurrentGraph> ReadCurrentAsync(CancellationToken cancellation) => snapshots.ReadCurrentAsync(connection, cancellation);

    public async Task<Guid> SaveCurrentAsync(GraphContent content, CancellationToken cancellation)
    {
        object[] snapshot = [content.Hash, content.Services, content.Dependencies, content.Bytes];
        var id = await connection.QueryAsync(SqlFiles.Load("Graph/save_snapshot.sql"), snapshot, row => row.GetGuid(0), cancellation);
        await connection.ExecuteAsync(SqlFiles.Load("Graph/set_current_graph.sql"), [id[0]], cancellation);
        return id[0];
    }

    public Task PurgeSnapshotsAsync(DateTimeOffset before, CancellationToken cancellation) =>
        connection.ExecuteAsync(PurgeSnapshots, [before.ToUniversalTime()], cancellation);

    public Task ExpireRecommendationsAsync(IReadOnlySet<ServiceId> services, CancellationToken cancellation) =>
        connection.ExecuteAsync(SqlFiles.Load("Graph/expire_recommendations.sql"), [services.Select(s => s.Value).ToArray()], cancellation);

    public Task<IReadOnlyDictionary<CircularDependency, Guid>> SaveCyclesAsync(
        IReadOnlyList<CircularDependency> cycles, DateTimeOffset now, CancellationToken cancellation) =>
        CycleRows.SaveAsync(connection, cycles, now, cancellation);

    public Task SaveReceiptAsync(IngestionReceipt receipt, string? deliveryKey, CancellationToken cancellation)
    {
        object?[] row = [receipt.IngestionId, deliveryKey, receipt.Source, receipt.ReceivedAt, JsonSerializer.Serialize(receipt, PublishedJson.Options)];
        return connection.ExecuteAsync(SqlFiles.Load("Graph/insert_ingestion.sql"), row, cancellation);
    }
}
