using Npgsql;
using SloFunctions.Application.Drift;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>A baseline as it is stored.</summary>
internal static class BaselineRow
{
    public static StoredBaseline Read(NpgsqlDataReader row)
    {
        var shift = row.IsDBNull(8) ? null : new DriftShift(row.GetFieldValue<DateTimeOffset>(8), row.GetDouble(9), row.GetDouble(10));
        var baseline = new DriftBaseline(
            Term<DriftSignal>.Of(row.GetString(1)),
            row.GetFieldValue<double[]>(3),
            row.GetDouble(4),
            row.GetInt32(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetFieldValue<DateTimeOffset>(7),
            shift);
        return new StoredBaseline(ServiceId.Of(row.GetString(0)), baseline, row.GetInt64(2));
    }
}
