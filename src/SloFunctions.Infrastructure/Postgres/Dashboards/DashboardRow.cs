using Npgsql;
using SloFunctions.Application.Dashboards;
using SloFunctions.Application.Reports;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Dashboards;

/// <summary>Maps rows of the materialised views.</summary>
internal static class DashboardRow
{
    public static CoverageRow Coverage(NpgsqlDataReader row) => new(
        TextOrNull(row, 0),
        Term<ServiceCriticality>.Of(row.GetString(1)),
        row.GetInt32(2),
        row.GetInt32(3),
        row.GetInt32(4),
        row.GetInt32(5),
        row.GetInt32(6),
        row.GetInt32(7),
        row.GetInt32(8),
        row.GetInt32(9),
        row.GetInt32(10),
        row.GetInt32(11),
        row.GetInt32(12),
        row.GetInt32(13));

    public static ObjectiveRow Objective(NpgsqlDataReader row) => new(
        // Divided as decimals: 99.9 / 100 is 0.999 there.
        new AcceptedObjective(
            ServiceId.Of(row.GetString(0)),
            row.Nullable<string>(1),
            Term<ServiceCriticality>.Of(row.GetString(2)),
            Term<SloSource>.Of(row.GetString(3)),
            row.GetFieldValue<DateTimeOffset>(4),
            (double)(row.GetDecimal(5) / 100m),
            row.GetDecimal(6) is > 0 and var threshold ? (double)threshold : null,
            row.Nullable<string>(7),
            row.Nullable<string>(8) is { } tier ? Term<Tier>.Of(tier) : null,
            row.Nullable<double?>(9)),
        new ObjectiveCounts(row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), new SliCounts(row.GetInt64(13), row.GetInt64(14))),
        Days(row.Nullable<DateTimeOffset?>(15), row.Nullable<DateTimeOffset?>(16)),
        new ObjectiveCounts(row.GetInt32(17), row.GetInt32(18), row.GetInt32(19), new SliCounts(row.GetInt64(20), row.GetInt64(21))));

    public static DecisionRow Decision(NpgsqlDataReader row) => new(
        TextOrNull(row, 0),
        Term<ServiceCriticality>.Of(row.GetString(1)),
        TextOrNull(row, 2) is { } tier ? Term<Tier>.Of(tier) : null,
        TextOrNull(row, 3),
        Term<AuditAction>.Of(row.GetString(4)),
        row.GetInt32(5),
        row.GetInt32(6));

    private static TimeWindow? Days(DateTimeOffset? first, DateTimeOffset? end) => first < end ? new TimeWindow(first.Value, end!.Value) : null;

    // Part of a key, where NULL would not do.
    private static string? TextOrNull(NpgsqlDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text : null;
}
