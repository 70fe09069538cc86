using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Recommendations.Documents;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>Keeps recommendations in the database, as they were published and item by item.</summary>
public sealed class PostgresRecommendationStore(PostgresDatabase database) : IRecommendationStore
{
    // Waits for a change of the graph that is under way, and keeps the next one waiting: it would not mark a set it cannot see.
    private const string LockGraph = "SELECT snapshot_id FROM current_graph FOR SHARE";

    /// <inheritdoc/>
    public async Task<RecommendationLookup> FindAsync(RecommendationKey key, CancellationToken cancellation)
    {
        object[] parameters = [key.Service.Value, key.LookbackDays, Term<RecommendationMethod>.Name(key.Method)];
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Recommendations/find_latest.sql"), parameters, Lookup, cancellation), cancellation);
        return rows[0];
    }

    /// <inheritdoc/>
    public Task<StoredRecommendations> SaveAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, CancellationToken cancellation) => database.TransactAsync(
        connection => StoreAsync(connection, document, json, evidence, lookbackDays, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<StoredRecommendations?> SaveOnceAsync(
        RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, RunEntry entry, CancellationToken cancellation) => database.TransactAsync(
        // The entry comes first: whoever else has computed it waits here, and then finds it done.
        async connection => await connection.ExecuteAsync(SqlFiles.Load("BulkRuns/complete_entry.sql"), [entry.RunId, entry.Ordinal, document.RecommendationId], cancellation) == 0
            ? null
            : await StoreAsync(connection, document, json, evidence, lookbackDays, cancellation),
        cancellation);

    private static async Task<StoredRecommendations> StoreAsync(
        NpgsqlConnection connection, RecommendationDocument document, ReadOnlyMemory<byte> json, byte[] evidence, int lookbackDays, CancellationToken cancellation)
    {
        var service = (await ServiceLock.TakeAsync(connection, document.ServiceId, cancellation))!.Value;
        var present = await connection.QueryAsync(LockGraph, [], row => (Guid?)row.GetGuid(0), cancellation);
        bool isOutdated = document.DependencyGraphSnapshotId != present.FirstOrDefault();
        object[] active = [service, lookbackDays, document.Method];
        await connection.ExecuteAsync(SqlFiles.Load("Recommendations/supersede.sql"), active, cancellation);
        await InsertSetAsync(connection, document, json, evidence, active, isOutdated, cancellation);
        await InsertItemsAsync(connection, document, service, cancellation);
        var version = await connection.QueryAsync(PostgresCacheVersion.Grow, [], row => row.GetInt64(0), cancellation);
        var expiresAt = isOutdated ? document.GeneratedAt : document.ExpiresAt;
        return new StoredRecommendations(document.RecommendationId, PublishedAnswer.Of(json), document.GeneratedAt, expiresAt, version[0]);
    }

    private static async Task InsertSetAsync(
        NpgsqlConnection connection,
        RecommendationDocument document,
        ReadOnlyMemory<byte> json,
        byte[] evidence,
        object[] active,
        bool isOutdated,
        CancellationToken cancellation)
    {
        object?[] set =
        [
            document.RecommendationId, .. active, json, document.GeneratedAt, document.ExpiresAt, document.DependencyGraphSnapshotId, isOutdated,
            evidence, document.Provenance?.FleetEvidenceId,
        ];
        await using var command = connection.Command(SqlFiles.Load("Recommendations/insert_set.sql"), set);
        command.Parameters[active.Length + 1].NpgsqlDbType = NpgsqlDbType.Text;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task InsertItemsAsync(NpgsqlConnection connection, RecommendationDocument document, Guid service, CancellationToken cancellation)
    {
        var items = document.Recommendations.Select(i => (i.Id, Json: JsonSerializer.SerializeToElement(i, PublishedJson.Options))).ToArray();
        ItemFacts[] facts = [.. document.Recommendations.Select(ItemFacts.Of)];
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
            facts.Select(f => f.Confidence).ToArray(),
            facts.Select(f => f.IsLowConfidence).ToArray(),
            facts.Select(f => f.CompositeBound).ToArray(),
            document.ColdStart is not null,
            document.DataQuality.DataCompleteness,
        ];
        await connection.ExecuteAsync(SqlFiles.Load("Recommendations/insert_items.sql"), parameters, cancellation);
    }

    private static RecommendationLookup Lookup(NpgsqlDataReader row)
    {
        // The text as the bytes that the server sends: they go out as they came in.
        var stored = row.IsDBNull(2) ? null : new StoredRecommendations(
            row.GetGuid(2),
            PublishedAnswer.Of(row.GetFieldValue<byte[]>(3)),
            row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetInt64(0));
        return new RecommendationLookup(row.GetBoolean(1), stored);
    }
}
