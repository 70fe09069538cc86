using Npgsql;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Graph;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Keeps hourly counts, and their sums by the day, in the database.</summary>
public sealed class PostgresSliStore(PostgresDatabase database) : ISliStore
{
    private const string ReadThrough = "SELECT through FROM aggregation_progress";
    private const string ReadUnfilled = "SELECT service_id FROM services WHERE telemetry_since IS NULL ORDER BY service_id";
    private const string Advance = "UPDATE aggregation_progress SET through = $1, updated_at = now() WHERE through IS NULL OR through < $1";
    private const string ReadPlanned = "SELECT service_id FROM services WHERE history_run = $1 ORDER BY service_id";
    private const string MarkFilled = "UPDATE services SET telemetry_since = $2 WHERE history_run = $1 AND telemetry_since IS NULL";

    // Whoever plans the same run again must find it as it is: its days may be read by now.
    private const string PlanHistories = """
        UPDATE services SET history_run = $1
        WHERE telemetry_since IS NULL AND NOT EXISTS (SELECT FROM services WHERE history_run = $1)
        """;

    private readonly KnownLayouts layouts = new();

    /// <inheritdoc/>
    public Task<AggregationState> ReadStateAsync(CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            var through = await connection.QueryAsync(ReadThrough, [], row => row.Nullable<DateTimeOffset?>(0), cancellation);
            var unfilled = await connection.QueryAsync(ReadUnfilled, [], row => ServiceId.Of(row.GetString(0)), cancellation);
            return new AggregationState(through[0], unfilled);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> StoreAsync(IReadOnlyList<ServiceHour> hours, CancellationToken cancellation) => hours.Count == 0
        ? Task.FromResult(0)
        : database.TransactAsync(connection => new SliHourWriter(connection).WriteAsync(hours, cancellation), cancellation);

    /// <inheritdoc/>
    public Task AdvanceAsync(DateTimeOffset through, CancellationToken cancellation) =>
        database.UseAsync(connection => connection.ExecuteAsync(Advance, [through], cancellation), cancellation);

    /// <inheritdoc/>
    public Task<int> PlanHistoriesAsync(DateTimeOffset run, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await GraphLock.TakeAsync(connection, cancellation);
            await connection.ExecuteAsync(PlanHistories, [run], cancellation);
            return (await connection.QueryAsync("SELECT count(*)::integer FROM services WHERE history_run = $1", [run], row => row.GetInt32(0), cancellation))[0];
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceId>> ReadPlannedAsync(DateTimeOffset run, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(ReadPlanned, [run], row => ServiceId.Of(row.GetString(0)), cancellation), cancellation);

    /// <inheritdoc/>
    public Task MarkFilledAsync(DateTimeOffset run, DateTimeOffset since, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await GraphLock.TakeAsync(connection, cancellation);
            return await connection.ExecuteAsync(MarkFilled, [run, since], cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<HourGap>> FindGapsAsync(TimeWindow window, int most, CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(
            SqlFiles.Load("Telemetry/find_gaps.sql"),
            [window.Start, window.End, most],
            row => new HourGap(row.GetFieldValue<DateTimeOffset>(0), [.. row.GetFieldValue<string[]>(1).Select(ServiceId.Of)]),
            cancellation),
        cancellation);

    /// <inheritdoc/>
    public Task MarkCheckedAsync(IReadOnlyList<HourGap> gaps, CancellationToken cancellation)
    {
        var pairs = gaps.SelectMany(g => g.Services.Select(s => (g.Hour, Service: s.Value))).ToArray();
        object[] parameters = [pairs.Select(p => p.Hour).ToArray(), pairs.Select(p => p.Service).ToArray()];
        return database.UseAsync(
            connection => connection.ExecuteAsync(SqlFiles.Load("Telemetry/mark_gaps_checked.sql"), parameters, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<SliHistory> ReadHistoryAsync(ServiceId service, TimeWindow window, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            object[] parameters = [service.Value, window.Start, window.End];
            var hours = await connection.QueryAsync(SqlFiles.Load("Telemetry/read_history.sql"), parameters, StoredHour.Read, cancellation);
            await layouts.LearnAsync(connection, hours.Select(h => h.Layout).OfType<int>(), cancellation);
            return new SliHistory(window, hours.Select(h => h.ToSli(layouts)));
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, SliCounts>> ReadCountsAsync(
        IReadOnlyCollection<ServiceId> services, TimeWindow window, CancellationToken cancellation)
    {
        var days = window.WholeDays;
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Telemetry/read_counts.sql"),
                [Names(services), window.Start, days.Start, days.End, window.End],
                row => (Service: ServiceId.Of(row.GetString(0)), Counts: new SliCounts(row.GetInt64(1), row.GetInt64(2))),
                cancellation),
            cancellation);
        return rows.ToDictionary(r => r.Service, r => r.Counts);
    }

    private static string[] Names(IReadOnlyCollection<ServiceId> services) => [.. services.Select(s => s.Value)];
}
