using Npgsql;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Writes a month of hourly counts of many services, made inside the database since sending them takes longer.</summary>
/// <param name="ownerConnectionString">The superuser's connection.</param>
public sealed class FleetHistory(string ownerConnectionString)
{
    private const string Prepare = "SELECT slo.ensure_partitions($1, $2)";
    private const string Register = "INSERT INTO slo.services (service_id, telemetry_since) SELECT s, $2 FROM unnest($1::text[]) s ON CONFLICT (service_id) DO UPDATE SET telemetry_since = $2";
    private const string AddLayout = "INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ($1)";

    // One hour in about 500 loses a fifth of its requests.
    private const string Counts = """
        INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total, latency_layout_id, latency_counts)
        SELECT s.id, h, s.total - 1 - CASE WHEN hashint8extended(s.total, extract(epoch FROM h)::bigint) & 511 = 0 THEN s.total / 5 ELSE 0 END, s.total, 1, s.counts
        FROM generate_series($1::timestamptz, $2::timestamptz - interval '1 hour', interval '1 hour') h,
          (SELECT id, 1000 + n AS total, array(SELECT (1000 + n) * i / $3 FROM generate_series(1, $3::bigint) i) AS counts
           FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM slo.services) numbered) s
        """;

    // A service's hours are all alike, so that a day's is its number of hours times one of them.
    private const string SumDays = """
        INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_through, latency_counts)
        SELECT service_id, day, 1, hours, good, total, through, array(SELECT c * hours FROM unnest(counts) c)
        FROM (
          SELECT service_id, date_trunc('day', hour, 'UTC') AS day, count(*) AS hours, sum(good) AS good, sum(total) AS total,
            max(hour) AS through, min(latency_counts) AS counts
          FROM slo.sli_hourly_counts
          GROUP BY 1, 2) d
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
        await ExecuteAsync(connection, Counts, [start, end, bounds.LongLength + 1], cancellation);
        await ExecuteAsync(connection, SumDays, [], cancellation);
        await ExecuteAsync(connection, Finish, [end], cancellation);
        await ExecuteAsync(connection, "VACUUM ANALYZE slo.sli_hourly_counts, slo.sli_daily_counts", [], cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object[] parameters, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (object parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
