using Npgsql;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>What was counted of a service over the hours of one bucket layout.</summary>
/// <param name="Service">The service.</param>
/// <param name="Hours">Hours measured.</param>
/// <param name="Counts">All requests.</param>
/// <param name="LatencyThrough">The last hour with a request in its histogram; null without any.</param>
/// <param name="Latency">The durations; null without a histogram.</param>
internal sealed record LayoutSums(ServiceId Service, int Hours, SliCounts Counts, DateTimeOffset? LatencyThrough, LatencyHistogram? Latency)
{
    public static LayoutSums Read(NpgsqlDataReader row) => new(
        ServiceId.Of(row.GetString(0)),
        row.GetInt32(1),
        new SliCounts(row.GetInt64(2), row.GetInt64(3)),
        row.Nullable<DateTimeOffset?>(4),
        row.IsDBNull(5) ? null : new LatencyHistogram(row.GetFieldValue<double[]>(5), row.GetFieldValue<long[]>(6)));

    /// <summary>Puts the rows of each service together.</summary>
    public static IReadOnlyList<WindowSums> Merge(IEnumerable<LayoutSums> rows) =>
        [.. rows.GroupBy(r => r.Service).Select(service => Merge([.. service]))];

    private static WindowSums Merge(LayoutSums[] service) => new(
        service[0].Service,
        service.Sum(s => s.Hours),
        service.Aggregate(default(SliCounts), (sum, s) => sum + s.Counts),
        service.Where(s => s.LatencyThrough is not null).MaxBy(s => s.LatencyThrough)?.Latency);
}
