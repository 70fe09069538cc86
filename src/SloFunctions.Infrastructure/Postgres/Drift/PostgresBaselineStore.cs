using SloFunctions.Application.Drift;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>Baselines in PostgreSQL.</summary>
public sealed class PostgresBaselineStore(PostgresDatabase database) : IBaselineStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<BaselineRequest>> ListDueAsync(
        DateTimeOffset learntBefore, DateTimeOffset driftBefore, DateTimeOffset triedBefore, int services, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Drift/list_learning.sql"),
                [learntBefore, driftBefore, triedBefore, services],
                row => new BaselineRequest(
                    ServiceId.Of(row.GetString(0)), Term<DriftSignal>.Of(row.GetString(1)), row.GetInt64(2), row.Nullable<DateTimeOffset?>(3)),
                cancellation),
            cancellation);

    /// <inheritdoc/>
    public async Task<int> SaveAsync(
        IReadOnlyList<BaselineRequest> tried, IReadOnlyList<StoredBaseline> learnt, DateTimeOffset now, CancellationToken cancellation)
    {
        object?[] columns =
        [
            learnt.Select(l => l.Service.Value).ToArray(),
            learnt.Select(l => Term<DriftSignal>.Name(l.Baseline.Signal)).ToArray(),
            learnt.Select(l => l.Version).ToArray(),
            learnt.SelectMany(l => l.Baseline.HourMedians).ToArray(),
            learnt.Select(l => l.Baseline.Scale).ToArray(),
            learnt.Select(l => l.Baseline.Points).ToArray(),
            learnt.Select(l => l.Baseline.From.ToUniversalTime()).ToArray(),
            learnt.Select(l => l.Baseline.To.ToUniversalTime()).ToArray(),
            tried.Select(t => t.Service.Value).Distinct(StringComparer.Ordinal).ToArray(),
            now,
        ];
        var kept = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Drift/save_baselines.sql"), columns, row => row.GetInt64(0), cancellation), cancellation);
        return (int)kept[0];
    }
}
