using Npgsql;
using NpgsqlTypes;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Writes a month of hourly counts of many services straight into the database.</summary>
/// <param name="ownerConnectionString">The superuser's connection.</param>
public sealed class FleetHistory(string ownerConnectionString)
{
    private const string Prepare = "SELECT slo.ensure_partitions($1, $2)";
    private const string Register = "INSERT INTO slo.services (service_id, telemetry_since) SELECT s, $2 FROM unnest($1::text[]) s";
    private const string AddLayout = "INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ($1)";
    private const string Copy = "COPY slo.sli_hourly_counts (service_id, hour, good, total, latency_layout_id, latency_counts) FROM STDIN (FORMAT binary)";

    // A day's hours are all alike, so that the sums need not be taken.
    private const string SumDays = """
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT service_id, date_trunc('day', hour, 'UTC'), 1, count(*), sum(good), sum(total), max(hour),
          array(SELECT count * count(*) FROM unnest(min(latency_counts)) WITH ORDINALITY u (count, position) ORDER BY position)
        FROM slo.sli_hourly_counts
        GROUP BY 1, 2
        """;

    private const string Finish = "UPDATE slo.aggregation_progress SET through = $1";

    /// <summary>Writes every hour of the span for every service, with their sums.</summary>
    public async Task WriteAsync(string[] services, double[] bounds, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString + ";Command Timeout=600");
        await connection.OpenAsync(cancellation);
        await ExecuteAsync(connection, Prepare, [start, end.AddDays(1)], cancellation);
        await ExecuteAsync(connection, Register, [services, start], cancellation);
        await ExecuteAsync(connection, AddLayout, [bounds], cancellation);
        // References are right by construction; looking each up would take most of the time.
        await ExecuteAsync(connection, "SET session_replication_role = replica", [], cancellation);
        var ids = await IdsAsync(connection, cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancellation))
        {
            copy.Timeout = TimeSpan.FromMinutes(10);
            for (var hour = start; hour < end; hour = hour.AddHours(1))
            {
                for (int i = 0; i < ids.Count; i++) await WriteRowAsync(copy, ids[i], hour, 1000 + i, bounds.Length, cancellation);
            }

            await copy.CompleteAsync(cancellation);
        }

        await ExecuteAsync(connection, SumDays, [], cancellation);
        await ExecuteAsync(connection, Finish, [end], cancellation);
        await ExecuteAsync(connection, "VACUUM ANALYZE slo.sli_hourly_counts, slo.sli_daily_counts", [], cancellation);
    }

    private static async Task WriteRowAsync(NpgsqlBinaryImporter copy, Guid service, DateTimeOffset hour, long total, int buckets, CancellationToken cancellation)
    {
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(service, NpgsqlDbType.Uuid, cancellation);
        await copy.WriteAsync(hour, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(total - 1, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(total, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(1, NpgsqlDbType.Integer, cancellation);
        await copy.WriteAsync(Enumerable.Range(1, buckets + 1).Select(i => total * i / (buckets + 1)).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancellation);
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM slo.services ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(cancellation)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (object parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
