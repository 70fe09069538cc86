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

/// <summary>Reads SLOs that people chose, with stored recommendations beside them, from the database.</summary>
public sealed class PostgresShadowRecords(PostgresDatabase database) : IShadowRecords
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ShadowSlo>> ReadSlosAsync(ShadowKey key, DateTimeOffset trialStart, CancellationToken cancellation)
    {
        object[] parameters = [Term<RecommendationMethod>.Name(key.Method), key.LookbackDays, trialStart];
        return await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Reports/read_shadow_slos.sql"), parameters, Slo, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, ObjectiveCounts>> ReadCountsAsync(
        IReadOnlyDictionary<ServiceId, TimeWindow> days, CancellationToken cancellation)
    {
        (ServiceId Service, TimeWindow Days)[] wanted = [.. days.Select(d => (d.Key, d.Value))];
        var counts = await DayCounts.ReadAsync(database, wanted, cancellation);
        return wanted.Zip(counts).Where(c => c.Second != ObjectiveCounts.None).ToDictionary(c => c.First.Service, c => c.Second);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(ServiceId Service, SliCounts?[] Hours)> ReadHistoriesAsync(
        IReadOnlyCollection<ServiceId> services, TimeWindow window, CancellationToken cancellation) => database.StreamAsync(
            SqlFiles.Load("Reports/read_histories.sql"),
            [services.Select(s => s.Value).ToArray(), window.Start, window.End],
            row => HourArrays.Read(row, window.Hours),
            cancellation);

    private static ShadowSlo Slo(NpgsqlDataReader row) => new(
        ServiceId.Of(row.GetString(0)),
        row.Nullable<string>(1),
        Term<ServiceCriticality>.Of(row.GetString(2)),
        Term<SloSource>.Of(row.GetString(3)),
        (double)(row.GetDecimal(4) / 100m),
        StoredTiers.Read(row, 5),
        StoredTiers.Read(row, 8));
}
