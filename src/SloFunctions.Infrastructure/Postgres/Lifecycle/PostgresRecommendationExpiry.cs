using SloFunctions.Application.Audit;
using SloFunctions.Application.Identifiers;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Postgres.Recommendations;

namespace SloFunctions.Infrastructure.Postgres.Lifecycle;

/// <summary>Closes sets that nobody decided on in time, each with its entry in the audit log.</summary>
public sealed class PostgresRecommendationExpiry(PostgresDatabase database, IIdSource ids) : IRecommendationExpiry
{
    private const string Forget = "DELETE FROM idempotent_answers WHERE created_at <= $1";

    /// <inheritdoc/>
    public Task<int> ExpireAsync(DateTimeOffset now, int most, string actor, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            var expired = await connection.QueryAsync(
                SqlFiles.Load("Lifecycle/expire_sets.sql"), [now, most], row => Entry(row.GetGuid(0), ServiceId.Of(row.GetString(1)), actor, now), cancellation);
            if (expired.Count == 0) return 0;
            await AuditLog.AppendAsync(connection, expired, cancellation);
            await connection.ExecuteAsync(PostgresCacheVersion.Grow, [], cancellation);
            return expired.Count;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> ForgetAnswersAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.UseAsync(connection => connection.ExecuteAsync(Forget, [before], cancellation), cancellation);

    private AuditEntry Entry(Guid set, ServiceId service, string actor, DateTimeOffset now) =>
        new(ids.Next(), service, AuditAction.Expire, actor, null, set, null, null, null, null, null, null, now);
}
