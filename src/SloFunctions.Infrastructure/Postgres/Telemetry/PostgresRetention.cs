using SloFunctions.Application.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Removes expired data by whole partitions where it can, and in batches where it cannot.</summary>
public sealed class PostgresRetention(PostgresDatabase database) : IRetention
{
    private const string ReadLast = "SELECT maintained_at FROM aggregation_progress";
    private const string Complete = "UPDATE aggregation_progress SET maintained_at = $1, updated_at = now()";
    private const string EnsurePartitions = "SELECT ensure_partitions($1, $2)";
    private const string DropPartitions = "SELECT cardinality(drop_expired_partitions($1, $2))";
    private const string PurgeFleetEvidence = """
        DELETE FROM fleet_evidence e
        WHERE e.created_at < $1 AND NOT EXISTS (SELECT FROM recommendation_sets r WHERE r.fleet_evidence_id = e.id)
        """;

    private const string PurgeBulkRuns = "DELETE FROM recommendation_runs WHERE ended_at < $1";
    private const string PurgeGapChecks = "DELETE FROM sli_gap_checks WHERE hour < $1";

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ReadLastAsync(CancellationToken cancellation) => database.UseAsync(
        async connection => (await connection.QueryAsync(ReadLast, [], row => row.Nullable<DateTimeOffset?>(0), cancellation))[0],
        cancellation);

    /// <inheritdoc/>
    public Task EnsurePartitionsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        ExecuteAsync(EnsurePartitions, cancellation, from, to);

    /// <inheritdoc/>
    public Task<int> DropPartitionsAsync(DateTimeOffset beforeHourly, DateTimeOffset beforeDaily, CancellationToken cancellation) => database.UseAsync(
        async connection => (await connection.QueryAsync(DropPartitions, [beforeHourly, beforeDaily], row => row.GetInt32(0), cancellation))[0],
        cancellation);

    /// <inheritdoc/>
    public Task PurgeGapChecksAsync(DateTimeOffset before, CancellationToken cancellation) => ExecuteAsync(PurgeGapChecks, cancellation, before);

    /// <inheritdoc/>
    public Task<int> PurgeRecommendationsAsync(DateTimeOffset before, int most, CancellationToken cancellation) =>
        ExecuteAsync(SqlFiles.Load("Telemetry/purge_recommendations.sql"), cancellation, before, most);

    /// <inheritdoc/>
    public Task PurgeFleetEvidenceAsync(DateTimeOffset before, CancellationToken cancellation) => ExecuteAsync(PurgeFleetEvidence, cancellation, before);

    /// <inheritdoc/>
    public Task PurgeBulkRunsAsync(DateTimeOffset before, CancellationToken cancellation) => ExecuteAsync(PurgeBulkRuns, cancellation, before);

    /// <inheritdoc/>
    public Task CompleteAsync(DateTimeOffset at, CancellationToken cancellation) => ExecuteAsync(Complete, cancellation, at);

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object?[] parameters) =>
        database.UseAsync(connection => connection.ExecuteAsync(sql, parameters, cancellation), cancellation);
}
