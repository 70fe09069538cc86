using SloFunctions.Application.Notifications;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>The outbox in PostgreSQL. The number of an attempt tells whoever began it from those who came after its lease had ended.</summary>
public sealed class PostgresNotificationOutbox(PostgresDatabase database, TargetVault vault) : INotificationOutbox
{
    private const int PurgedAtOnce = 5000;

    // Whichever attempt succeeded: the receiver has it.
    private const string Complete =
        "UPDATE notification_deliveries SET state = 'delivered', delivered_at = $2, last_reason = NULL WHERE id = $1 AND state = 'pending'";

    private const string Postpone = """
        UPDATE notification_deliveries SET next_attempt_at = $3, last_reason = $4, last_status = $5
        WHERE id = $1 AND attempts = $2 AND state = 'pending'
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueNotification>> ClaimAsync(OutboxClaim claim, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(
            SqlFiles.Load("Notifications/claim_deliveries.sql"),
            [claim.Now, claim.LeasedUntil, claim.Count, claim.PerTarget, claim.Except.ToArray()],
            row => DueRow.Read(row, vault),
            cancellation),
        cancellation);

    /// <inheritdoc/>
    public Task CompleteAsync(DueNotification notification, DateTimeOffset now, CancellationToken cancellation) =>
        ExecuteAsync(Complete, cancellation, notification.Id, now);

    /// <inheritdoc/>
    public Task PostponeAsync(DueNotification notification, DeliveryFailure failure, DateTimeOffset next, CancellationToken cancellation) =>
        ExecuteAsync(Postpone, cancellation, notification.Id, (short)notification.Attempt, next, failure.Reason, (short?)failure.Status);

    /// <inheritdoc/>
    public Task GiveUpAsync(DueNotification notification, DeliveryFailure failure, DateTimeOffset now, CancellationToken cancellation) =>
        ExecuteAsync(
            SqlFiles.Load("Notifications/give_up_delivery.sql"), cancellation, notification.Id, (short)notification.Attempt, failure.Reason, (short?)failure.Status, now);

    /// <inheritdoc/>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) => database.UseAsync(
        async connection =>
            (await connection.QueryAsync(SqlFiles.Load("Notifications/purge_deliveries.sql"), [before, PurgedAtOnce], row => row.GetInt32(0), cancellation))[0],
        cancellation);

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object?[] parameters) =>
        database.UseAsync(connection => connection.ExecuteAsync(sql, parameters, cancellation), cancellation);
}
