using Npgsql;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>An hour as it is stored: its histogram by the number of its layout.</summary>
internal readonly record struct StoredHour(
    DateTimeOffset Hour, SliCounts Counts, int? Layout, long[]? Buckets, double? ThrottledSeconds, TelemetryDefects Defects)
{
    public static StoredHour Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(0),
        new SliCounts(row.GetInt64(1), row.GetInt64(2)),
        row.Nullable<int?>(3),
        row.Nullable<long[]>(4),
        row.Nullable<double?>(5),
        (TelemetryDefects)row.GetInt32(6));

    public HourlySli ToSli(KnownLayouts layouts) => new(
        Hour, Counts, Layout is { } layout ? new LatencyHistogram(layouts.Of(layout), Buckets!) : null, ThrottledSeconds, Defects);
}
