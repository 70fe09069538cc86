using Npgsql;
using SloFunctions.Application.Audit;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Audit;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>Keeps teams' targets, addresses and secrets encrypted.</summary>
public sealed class PostgresNotificationTargets(PostgresDatabase database, TargetVault vault, IIdSource ids) : INotificationTargetStore
{
    private const string ReadVersion = "SELECT version FROM notification_lists WHERE team = $1";

    // A row that is not there cannot be locked.
    private const string EnsureList = "INSERT INTO notification_lists (team) VALUES ($1) ON CONFLICT DO NOTHING";
    private const string LockList = "SELECT version FROM notification_lists WHERE team = $1 FOR UPDATE";
    private const string CountChange = "UPDATE notification_lists SET version = version + 1, updated_at = $2 WHERE team = $1";

    // In the order in which the audit log locks them.
    private const string Remove = """
        DELETE FROM notification_targets
        WHERE id IN (SELECT id FROM notification_targets WHERE team = $1 AND name <> ALL ($2) ORDER BY id FOR UPDATE)
        """;

    /// <inheritdoc/>
    public Task<NotificationTargetList> ReadAsync(string team, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            // Read before the targets: a list that is replaced in between then bears the older tag, which no change will pass.
            var version = await connection.QueryAsync(ReadVersion, [team], row => row.GetInt64(0), cancellation);
            return List(team, version.FirstOrDefault(), await ReadRowsAsync(connection, team, cancellation));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<Result<NotificationTargetList>> ReplaceAsync(
        string team, IReadOnlyList<NotificationTarget> targets, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation) =>
        database.TransactAsync<Result<NotificationTargetList>>(
            async connection =>
            {
                await connection.ExecuteAsync(EnsureList, [team], cancellation);
                long version = (await connection.QueryAsync(LockList, [team], row => row.GetInt64(0), cancellation))[0];
                var present = await ReadRowsAsync(connection, team, cancellation);
                var previous = List(team, version, present);
                if (precondition.Check(previous.Tag) is { } failed) return failed;
                await PutAsync(connection, team, targets, present, now, cancellation);
                await connection.ExecuteAsync(CountChange, [team, now], cancellation);
                var current = List(team, version + 1, await ReadRowsAsync(connection, team, cancellation));
                var entry = new AdminAuditEntry(actor, "notification_targets_replaced", "notification_targets", team, previous.Document, current.Document, now);
                await AdminAuditLog.AppendAsync(connection, entry, cancellation);
                return current;
            },
            cancellation);

    private async Task PutAsync(
        NpgsqlConnection connection, string team, IReadOnlyList<NotificationTarget> targets, List<TargetRow> present, DateTimeOffset now, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(Remove, [team, targets.Select(t => t.Name).ToArray()], cancellation);
        for (int i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            var old = present.Find(row => row.Document.Name == target.Name);
            var id = old?.Id ?? ids.Next();
            var (url, secret) = vault.Seal(id, target.Url, target.Secret ?? KeptSecret(old, target.Url));
            object?[] row =
            [
                id, team, target.Name, (short)i, Term<NotificationFormat>.Name(target.Format), target.Events.Select(Term<AuditAction>.Name).ToArray(),
                WebhookUrl.Redacted(target.Url), url, secret, now,
            ];
            await connection.ExecuteAsync(SqlFiles.Load("Notifications/put_target.sql"), row, cancellation);
        }
    }

    // Another address may be somebody else's, who must not receive what only the first can check.
    private string? KeptSecret(TargetRow? old, string url) =>
        old is not null && vault.Open(old.Id, old.Url, old.Secret) is { } credential && credential.Url == url ? credential.Secret : null;

    private static Task<List<TargetRow>> ReadRowsAsync(NpgsqlConnection connection, string team, CancellationToken cancellation) =>
        connection.QueryAsync(SqlFiles.Load("Notifications/read_targets.sql"), [team], TargetRow.Read, cancellation);

    private static NotificationTargetList List(string team, long version, List<TargetRow> rows) =>
        new(version, new NotificationTargetsDocument(team, [.. rows.Select(row => row.Document)]));
}
