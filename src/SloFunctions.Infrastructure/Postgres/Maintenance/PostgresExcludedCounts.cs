using System.Globalization;
using Npgsql;
using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Maintenance;

/// <summary>Keeps what is left out of error budgets, hour by hour, in the database.</summary>
public sealed class PostgresExcludedCounts(PostgresDatabase database) : IExcludedCounts
{
    // Whoever takes a window back holds the same lock, so that nothing is left out for a window that is gone.
    private const string LockServices = "SELECT id FROM services WHERE service_id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE";

    private readonly KnownLayouts layouts = new();

    /// <inheritdoc/>
    public Task<IReadOnlyList<MaintenanceHour>> FindUnmeasuredAsync(int most, CancellationToken cancellation) => database.UseAsync<IReadOnlyList<MaintenanceHour>>(
        async connection =>
        {
            var rows = await connection.QueryAsync(SqlFiles.Load("Maintenance/find_unmeasured.sql"), [most], Read, cancellation);
            await layouts.LearnAsync(connection, rows.Select(r => r.Hour.Layout).OfType<int>(), cancellation);
            return [.. rows.Select(r => new MaintenanceHour(r.Service, r.Hour.ToSli(layouts), r.Parts, r.IsWhole, r.Basis))];
        },
        cancellation);

    /// <inheritdoc/>
    public Task<int> StoreAsync(IReadOnlyList<(MaintenanceHour Hour, HourlySli Excluded)> measured, CancellationToken cancellation)
    {
        if (measured.Count == 0) return Task.FromResult(0);
        string[] services = [.. measured.Select(m => m.Hour.Service.Value)];
        object[] rows =
        [
            services,
            measured.Select(m => m.Excluded.Hour).ToArray(),
            measured.Select(m => m.Excluded.Counts.Good).ToArray(),
            measured.Select(m => m.Excluded.Counts.Total).ToArray(),
            measured.Select(m => Buckets(m.Excluded.Latency)).ToArray(),
            measured.Select(m => m.Hour.Basis).ToArray(),
            measured.Min(m => m.Excluded.Hour),
            measured.Max(m => m.Excluded.Hour).AddHours(1),
        ];
        return database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync(LockServices, [services], cancellation);
                return await connection.ExecuteAsync(SqlFiles.Load("Maintenance/store_excluded.sql"), rows, cancellation);
            },
            cancellation);
    }

    private static (ServiceId Service, StoredHour Hour, IReadOnlyList<MaintenanceSpan> Parts, bool IsWhole, string Basis) Read(NpgsqlDataReader row)
    {
        var counts = new SliCounts(row.GetInt64(2), row.GetInt64(3));
        var hour = new StoredHour(row.GetFieldValue<DateTimeOffset>(1), counts, row.Nullable<int?>(4), row.Nullable<long[]>(5), null, TelemetryDefects.None);
        var ends = row.GetFieldValue<DateTimeOffset[]>(7);
        var parts = row.GetFieldValue<DateTimeOffset[]>(6).Select((start, i) => new MaintenanceSpan(start, ends[i])).ToArray();
        return (ServiceId.Of(row.GetString(0)), hour, parts, row.GetBoolean(8), row.GetString(9));
    }

    // Arrays of several lengths are no array of the database's.
    private static string? Buckets(LatencyHistogram? latency) =>
        latency is null ? null : $"{{{string.Join(',', latency.Cumulative.Select(c => c.ToString(CultureInfo.InvariantCulture)))}}}";
}
