using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>Keeps recommendations in the database, as they were published and item by item.</summary>
public sealed class PostgresRecommendationStore(PostgresDatabase database) : IRecommendationStore
{
    // Locks the service so that two who computed at once store one after the other.
    private const string LockService = "SELECT id FROM services WHERE service_id = $1 FOR NO KEY UPDATE";

    // Waits for a change of the graph that is under way, and keeps the next one waiting: it would not mark a set it cannot see.
    private const string LockGraph = "SELECT snapshot_id FROM current_graph FOR SHARE";

    /// <inheritdoc/>
    public Task<RecommendationLookup> FindAsync(
        ServiceId service, int lookbackDays, RecommendationMethod method, CancellationToken cancellation) => database.UseAsync(
            async connection =>
            {
                object[] parameters = [service.Value, lookbackDays, Term<RecommendationMethod>.Name(method)];
                var rows = await connection.QueryAsync(SqlFiles.Load("Recommendations/find_active.sql"), parameters, Stored, cancellation);
                return new RecommendationLookup(rows.Count > 0, rows.FirstOrDefault());
            },
            cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(RecommendationDocument document, string json, int lookbackDays, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            var service = await connection.QueryAsync(LockService, [document.ServiceId], row => row.GetGuid(0), cancellation);
            var present = await connection.QueryAsync(LockGraph, [], row => (Guid?)row.GetGuid(0), cancellation);
            bool isOutdated = document.DependencyGraphSnapshotId != present.FirstOrDefault();
            object[] active = [service[0], lookbackDays, document.Method];
            await connection.ExecuteAsync(SqlFiles.Load("Recommendations/supersede.sql"), active, cancellation);
            object?[] set =
            [
                document.RecommendationId, .. active, json, document.GeneratedAt, document.ExpiresAt, document.DependencyGraphSnapshotId, isOutdated,
            ];
            await connection.ExecuteAsync(SqlFiles.Load("Recommendations/insert_set.sql"), set, cancellation);
            await InsertItemsAsync(connection, document, service[0], cancellation);
            return true;
        },
        cancellation);

    private static async Task InsertItemsAsync(NpgsqlConnection connection, RecommendationDocument document, Guid service, CancellationToken cancellation)
    {
        var items = document.Recommendations.Select(i => (i.Id, Json: JsonSerializer.SerializeToElement(i, PublishedJson.Options))).ToArray();
        object?[] parameters =
        [
            items.Select(i => i.Id).ToArray(),
            items.Select(i => i.Json.GetProperty("sli_type").GetString()!).ToArray(),
            items.Select(i => i.Json.GetProperty("tiers").GetRawText()).ToArray(),
            items.Select(i => i.Json.GetProperty("explanation").GetRawText()).ToArray(),
            document.RecommendationId,
            service,
            JsonSerializer.Serialize(document.DataQuality, PublishedJson.Options),
            document.LookbackWindow.Start,
            document.LookbackWindow.End,
            document.GeneratedAt,
            document.ExpiresAt,
            document.DependencyGraphSnapshotId,
        ];
        await connection.ExecuteAsync(SqlFiles.Load("Recommendations/insert_items.sql"), parameters, cancellation);
    }

    private static StoredRecommendations? Stored(NpgsqlDataReader row) =>
        row.IsDBNull(0) ? null : new StoredRecommendations(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1));
}
