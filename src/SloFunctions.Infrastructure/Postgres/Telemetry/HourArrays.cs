using Npgsql;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Reads a service's hours from a row of arrays: positions, good and all requests.</summary>
internal static class HourArrays
{
    public static (ServiceId Service, SliCounts?[] Hours) Read(NpgsqlDataReader row, int length)
    {
        int[] positions = row.GetFieldValue<int[]>(1);
        long[] good = row.GetFieldValue<long[]>(2);
        long[] total = row.GetFieldValue<long[]>(3);
        var hours = new SliCounts?[length];
        for (int i = 0; i < positions.Length; i++) hours[positions[i]] = new SliCounts(good[i], total[i]);
        return (ServiceId.Of(row.GetString(0)), hours);
    }
}
