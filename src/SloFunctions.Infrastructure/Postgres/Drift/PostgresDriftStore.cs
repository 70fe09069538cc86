using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Audit;
using SloFunctions.Infrastructure.Postgres.Recommendations;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>What was found of services, in PostgreSQL.</summary>
public sealed class PostgresDriftStore(PostgresDatabase database) : IDriftStore
{
    /// <inheritdoc/>
    public Task<(int Critical, int Others)> CountDueAsync(DateTimeOffset before, CancellationToken cancellation) => database.UseAsync(
        async connection => (await connection.QueryAsync(
            SqlFiles.Load("Drift/count_due.sql"), [before], row => ((int)row.GetInt64(0), (int)row.GetInt64(1)), cancellation))[0],
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DriftSubject>> ListDueAsync(DriftPartition partition, DateTimeOffset before, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Drift/list_due.sql"),
                [before, partition.Sweep, partition.IsCritical, partition.Index, partition.Of],
                row => new DriftSubject(ServiceId.Of(row.GetString(0)), row.Nullable<double?>(1)),
                cancellation),
            cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredBaseline>> ReadBaselinesAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Drift/read_baselines.sql"), [services.Select(s => s.Value).ToArray()], BaselineRow.Read, cancellation),
            cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(IReadOnlyList<SeriesState> states, DateTimeOffset evaluatedAt, CancellationToken cancellation) =>
        database.UseAsync(connection => SaveAsync(connection, states, evaluatedAt, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<bool> ConfirmAsync(ConfirmedDrift drift, DateTimeOffset evaluatedAt, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            if (await ServiceLock.TakeAsync(connection, drift.State.Service.Value, cancellation) is not { } service) return false;
            if (drift.NewBaseline.Shift is not { } shift) throw new ArgumentException("The new baseline is not shifted.", nameof(drift));
            object?[] changed =
                [service, Term<DriftSignal>.Name(drift.State.Signal), drift.JudgedBy.Version, shift.Since.ToUniversalTime(), shift.Before, shift.After];
            if (await connection.ExecuteAsync(SqlFiles.Load("Drift/shift_baseline.sql"), changed, cancellation) == 0) return false;
            var marked = await connection.QueryAsync(
                SqlFiles.Load("Drift/mark_drifted.sql"), [service, evaluatedAt], row => row.GetInt64(0), cancellation);
            await SaveAsync(connection, [drift.State], evaluatedAt, cancellation);
            await AuditLog.AppendAsync(connection, [drift.Entry], cancellation);
            if (marked[0] > 0) await connection.ExecuteAsync(PostgresCacheVersion.Grow, [], cancellation);
            return true;
        },
        cancellation);

    private static Task<int> SaveAsync(
        NpgsqlConnection connection, IReadOnlyList<SeriesState> states, DateTimeOffset evaluatedAt, CancellationToken cancellation)
    {
        object?[] columns =
        [
            states.Select(s => s.Service.Value).ToArray(),
            states.Select(s => Term<DriftSignal>.Name(s.Signal)).ToArray(),
            states.Select(s => Term<DriftState>.Name(s.State)).ToArray(),
            states.Select(s => s.Since.ToUniversalTime()).ToArray(),
            states.Select(s => JsonSerializer.Serialize(DriftRendering.Findings(s.Signal, s.Judgement), PublishedJson.Options)).ToArray(),
            evaluatedAt,
        ];
        return connection.ExecuteAsync(SqlFiles.Load("Drift/save_states.sql"), columns, cancellation);
    }
}
