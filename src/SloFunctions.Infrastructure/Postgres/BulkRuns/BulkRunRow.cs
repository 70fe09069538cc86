using Npgsql;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.BulkRuns;

/// <summary>Reads rows of bulk runs.</summary>
internal static class BulkRunRow
{
    public static BulkRun Run(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Term<BulkScope>.Of(row.GetString(1)),
        row.Nullable<string>(2),
        row.GetInt32(3),
        Term<RecommendationMethod>.Of(row.GetString(4)),
        row.GetBoolean(5),
        Term<BulkRunState>.Of(row.GetString(6)),
        row.GetString(7),
        row.GetFieldValue<DateTimeOffset>(8),
        row.Nullable<DateTimeOffset?>(9),
        row.Nullable<DateTimeOffset?>(10),
        new BulkCounts(row.GetInt32(11), row.GetInt32(12), row.GetInt32(13), row.GetInt32(14)));

    public static FailedService Failed(NpgsqlDataReader row) =>
        new(row.GetInt32(0), ServiceId.Of(row.GetString(1)), row.GetString(2), row.GetString(3), row.GetInt32(4));

    public static (bool IsGoing, int LookbackDays, RecommendationMethod Method, RunService? Service) Work(NpgsqlDataReader row) => (
        row.GetBoolean(0),
        row.GetInt32(1),
        Term<RecommendationMethod>.Of(row.GetString(2)),
        row.IsDBNull(3) ? null : new RunService(row.GetInt32(3), ServiceId.Of(row.GetString(4)), Term<RunServiceState>.Of(row.GetString(5)), row.GetInt32(6)));
}
