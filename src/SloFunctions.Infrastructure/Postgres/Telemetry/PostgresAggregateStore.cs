using Npgsql;
using NpgsqlTypes;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Graph;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Sums windows in the database and keeps the indicators computed from them.</summary>
public sealed class PostgresAggregateStore(PostgresDatabase database) : IAggregateStore
{
    private const string ReadThrough = "SELECT aggregated_through FROM aggregation_progress";
    private const string Complete = "UPDATE aggregation_progress SET aggregated_through = $1, updated_at = now() WHERE aggregated_through IS NULL OR aggregated_through < $1";
    private const string CreateIncoming = "CREATE TEMPORARY TABLE incoming_aggregates (service_id text, sli_type text, value numeric, sample_count bigint) ON COMMIT DROP";
    private const string CopyIncoming = "COPY incoming_aggregates (service_id, sli_type, value, sample_count) FROM STDIN (FORMAT binary)";

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ReadThroughAsync(CancellationToken cancellation) => database.UseAsync(
        async connection => (await connection.QueryAsync(ReadThrough, [], row => row.Nullable<DateTimeOffset?>(0), cancellation))[0],
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WindowSums>> ReadSumsAsync(TimeWindow window, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            var days = window.WholeDays;
            string sql = await BucketSums.LoadAsync(connection, "Telemetry/read_window_sums.sql", cancellation);
            var rows = await connection.QueryAsync(sql, [window.Start, days.Start, days.End, window.End], LayoutSums.Read, cancellation);
            return LayoutSums.Merge(rows);
        },
        cancellation);

    /// <inheritdoc/>
    public Task StoreAsync(
        AggregateWindow window, DateTimeOffset end, IEnumerable<SliAggregate> aggregates, CancellationToken cancellation) => database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync("SELECT ensure_partitions($1, $1)", [end], cancellation);
                await connection.ExecuteAsync(CreateIncoming, [], cancellation);
                await CopyAsync(connection, aggregates, cancellation);
                return await connection.ExecuteAsync(SqlFiles.Load("Telemetry/upsert_aggregates.sql"), [window.Name, end], cancellation);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<int> CompleteAsync(DateTimeOffset end, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await GraphLock.TakeAsync(connection, cancellation);
            var marked = await connection.QueryAsync(
                SqlFiles.Load("Telemetry/mark_changed_recommendations.sql"), [end], row => row.GetInt64(0), cancellation);
            await connection.ExecuteAsync(Complete, [end], cancellation);
            return (int)marked[0];
        },
        cancellation);

    private static async Task CopyAsync(NpgsqlConnection connection, IEnumerable<SliAggregate> aggregates, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopyIncoming, cancellation);
        foreach (var aggregate in aggregates)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(aggregate.Service.Value, NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(Term<AggregateType>.Name(aggregate.Type), NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(aggregate.Value, NpgsqlDbType.Numeric, cancellation);
            await copy.WriteAsync(aggregate.Samples, NpgsqlDbType.Bigint, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }
}
