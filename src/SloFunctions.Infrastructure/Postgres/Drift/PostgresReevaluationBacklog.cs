using SloFunctions.Application.Drift;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>The backlog in PostgreSQL. When a service was queued tells an entry from a later one of the same service.</summary>
public sealed class PostgresReevaluationBacklog(PostgresDatabase database) : IReevaluationBacklog
{
    private const string Remove = """
        DELETE FROM reevaluation_queue q USING services s WHERE s.id = q.service_id AND s.service_id = $1 AND q.queued_at = $2
        """;

    private const string Postpone = """
        UPDATE reevaluation_queue q SET next_attempt_at = $3 FROM services s WHERE s.id = q.service_id AND s.service_id = $1 AND q.queued_at = $2
        """;

    /// <inheritdoc/>
    public async Task<QueuedReevaluation?> ClaimAsync(DateTimeOffset now, DateTimeOffset leasedUntil, CancellationToken cancellation)
    {
        var claimed = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Drift/claim_reevaluation.sql"),
                [now, leasedUntil],
                row => new QueuedReevaluation(ServiceId.Of(row.GetString(0)), row.GetFieldValue<DateTimeOffset>(1), row.GetInt16(2)),
                cancellation),
            cancellation);
        return claimed.FirstOrDefault();
    }

    /// <inheritdoc/>
    public Task RemoveAsync(QueuedReevaluation entry, CancellationToken cancellation) => ExecuteAsync(Remove, [entry.Service.Value, entry.QueuedAt], cancellation);

    /// <inheritdoc/>
    public Task PostponeAsync(QueuedReevaluation entry, DateTimeOffset next, CancellationToken cancellation) =>
        ExecuteAsync(Postpone, [entry.Service.Value, entry.QueuedAt, next], cancellation);

    private Task<int> ExecuteAsync(string sql, object?[] parameters, CancellationToken cancellation) =>
        database.UseAsync(connection => connection.ExecuteAsync(sql, parameters, cancellation), cancellation);
}
