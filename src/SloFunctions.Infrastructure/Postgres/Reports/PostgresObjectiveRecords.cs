using Npgsql;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Reports;

/// <summary>Reads the objectives of SLOs in force, and sums what was counted of them, in the database.</summary>
public sealed class PostgresObjectiveRecords(PostgresDatabase database) : IObjectiveRecords
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<AcceptedObjective>> ReadObjectivesAsync(DateTimeOffset end, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(SqlFiles.Load("Reports/read_objectives.sql"), [end], Objective, cancellation), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts>> ReadCountsAsync(TimeWindow days, CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            async connection =>
            {
                string sql = await BucketSums.LoadAsync(connection, "Reports/read_objective_counts.sql", cancellation);
                return await connection.QueryAsync(sql, [days.Start, days.End], Counts, cancellation);
            },
            cancellation);
        return rows.ToDictionary(r => r.Key, r => r.Counts);
    }

    // Divided as decimals: 99.9 / 100 is 0.999 there.
    private static AcceptedObjective Objective(NpgsqlDataReader row) => new(
        ServiceId.Of(row.GetString(0)),
        row.Nullable<string>(1),
        Term<ServiceCriticality>.Of(row.GetString(2)),
        Term<SloSource>.Of(row.GetString(3)),
        row.GetFieldValue<DateTimeOffset>(4),
        (double)(row.GetDecimal(5) / 100m),
        (double?)row.Nullable<decimal?>(6),
        row.Nullable<string>(7),
        row.Nullable<string>(8) is { } tier ? Term<Tier>.Of(tier) : null,
        row.Nullable<double?>(9));

    private static (ObjectiveKey Key, ObjectiveCounts Counts) Counts(NpgsqlDataReader row) => (
        new ObjectiveKey(ServiceId.Of(row.GetString(0)), (double?)row.Nullable<decimal?>(1)),
        new ObjectiveCounts(row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), new SliCounts(row.GetInt64(5), row.GetInt64(6))));
}
