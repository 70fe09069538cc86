using Npgsql;
using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Maintenance;

namespace SloFunctions.Infrastructure.Postgres.Maintenance;

/// <summary>The columns of a window.</summary>
internal static class MaintenanceRow
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = "id, starts_at, ends_at, reason, retroactive, created_by, created_at";

    public static MaintenanceWindow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new MaintenanceSpan(row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2)),
        row.GetString(3),
        row.GetBoolean(4),
        row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6));
}
