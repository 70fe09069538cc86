using System.Security.Cryptography;
using System.Text;
using Npgsql;
using SloFunctions.Application.Access;

namespace SloFunctions.Infrastructure.Postgres.Access;

/// <summary>Keeps API keys as bcrypt hashes (cost 12) of their SHA-256, which the database computes.</summary>
public sealed class PostgresApiKeyStore(PostgresDatabase database) : IApiKeyStore
{
    private const string NoteUse =
        "UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2 - interval '1 minute')";

    /// <inheritdoc/>
    public Task<ApiKeySummary> CreateAsync(NewApiKey key, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            var created = await InsertAsync(connection, key, cancellation);
            await ApiKeyAudit.AddAsync(connection, "api_key_created", key.CreatedBy, null, created, key.CreatedAt, cancellation);
            return created;
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiKeySummary>> ListAsync(Guid? after, int count, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load("Access/list_keys.sql"), [after, count], ApiKeyRow.Read, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<(ApiKeySummary New, ApiKeySummary Old)?> ReplaceAsync(
        Guid old, Func<ApiKeySummary, NewApiKey> replacement, DateTimeOffset oldUntil, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            if (await LockAsync(connection, old, cancellation) is not { RevokedAt: null } found) return ((ApiKeySummary, ApiKeySummary)?)null;
            var key = replacement(found);
            if (found.ExpiresAt <= key.CreatedAt) return null;
            var ended = await EndAsync(connection, found.KeyId, oldUntil, key.CreatedAt, cancellation);
            var created = await InsertAsync(connection, key, cancellation);
            await ApiKeyAudit.AddAsync(connection, "api_key_replaced", key.CreatedBy, found, ended, key.CreatedAt, cancellation);
            await ApiKeyAudit.AddAsync(connection, "api_key_created", key.CreatedBy, null, created, key.CreatedAt, cancellation);
            return (created, ended);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<ApiKeySummary?> RevokeAsync(Guid id, string actor, DateTimeOffset now, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            var found = await LockAsync(connection, id, cancellation);
            if (found is not { RevokedAt: null }) return found;
            var ended = await EndAsync(connection, id, now, now, cancellation);
            await ApiKeyAudit.AddAsync(connection, "api_key_revoked", actor, found, ended, now, cancellation);
            return ended;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<ApiKeySummary?> VerifyAsync(string prefix, string digest, DateTimeOffset now, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            var found = await connection.QueryAsync(
                SqlFiles.Load("Access/find_key.sql"),
                [prefix, digest],
                row => (Key: ApiKeyRow.Read(row), Hash: row.GetString(11), Computed: row.GetString(12)),
                cancellation);
            if (found is not [var key] || !AreEqual(key.Hash, key.Computed)) return null;
            await connection.ExecuteAsync(NoteUse, [key.Key.KeyId, now], cancellation);
            return key.Key;
        },
        cancellation);

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private static async Task<ApiKeySummary> InsertAsync(NpgsqlConnection connection, NewApiKey key, CancellationToken cancellation) =>
        (await connection.QueryAsync(SqlFiles.Load("Access/insert_key.sql"), ApiKeyRow.Of(key), ApiKeyRow.Read, cancellation))[0];

    private static async Task<ApiKeySummary?> LockAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation) =>
        (await connection.QueryAsync(SqlFiles.Load("Access/lock_key.sql"), [id], ApiKeyRow.Read, cancellation)).FirstOrDefault();

    private static async Task<ApiKeySummary> EndAsync(
        NpgsqlConnection connection, Guid id, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellation) =>
        (await connection.QueryAsync(SqlFiles.Load("Access/end_key.sql"), [id, until, now], ApiKeyRow.Read, cancellation))[0];
}
