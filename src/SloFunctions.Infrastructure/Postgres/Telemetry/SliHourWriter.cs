using Npgsql;
using NpgsqlTypes;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Writes hours by COPY into a table of the transaction and one upsert from there, and sums their days again.</summary>
internal sealed class SliHourWriter(NpgsqlConnection connection)
{
    private const string CreateIncoming = """
        CREATE TEMPORARY TABLE incoming_hours (
          service_id text, hour timestamptz, good bigint, total bigint,
          latency_layout_id integer, latency_counts bigint[], throttled_seconds double precision,
          defects integer) ON COMMIT DROP
        """;

    private const string CopyIncoming = """
        COPY incoming_hours (service_id, hour, good, total, latency_layout_id, latency_counts, throttled_seconds, defects)
        FROM STDIN (FORMAT binary)
        """;

    private const string AddLayout = "INSERT INTO latency_bucket_layouts (bounds) VALUES ($1) ON CONFLICT (bounds) DO NOTHING";
    private const string FindLayout = "SELECT id FROM latency_bucket_layouts WHERE bounds = $1";

    private readonly Dictionary<string, int> layouts = [];

    public async Task<int> WriteAsync(IReadOnlyList<ServiceHour> hours, CancellationToken cancellation)
    {
        var (first, last) = (hours.Min(h => h.Sli.Hour), hours.Max(h => h.Sli.Hour));
        await connection.ExecuteAsync("SELECT ensure_partitions($1, $2)", [first, last], cancellation);
        foreach (var bounds in LayoutsOf(hours)) layouts[Key(bounds)] = await FindOrAddLayoutAsync(bounds, cancellation);

        await connection.ExecuteAsync(CreateIncoming, [], cancellation);
        await using (var copy = await connection.BeginBinaryImportAsync(CopyIncoming, cancellation))
        {
            foreach (var hour in hours) await WriteRowAsync(copy, hour, cancellation);
            await copy.CompleteAsync(cancellation);
        }

        int stored = await connection.ExecuteAsync(SqlFiles.Load("Telemetry/upsert_hours.sql"), [], cancellation);
        if (stored > 0) await new DailyRollUp(connection).RunAsync(TimeWindow.DayOf(first), TimeWindow.DayOf(last).AddDays(1), cancellation);
        return stored;
    }

    private async Task WriteRowAsync(NpgsqlBinaryImporter copy, ServiceHour hour, CancellationToken cancellation)
    {
        var (sli, latency) = (hour.Sli, hour.Sli.Latency);
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(hour.Service.Value, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(sli.Hour, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(sli.Counts.Good, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(sli.Counts.Total, NpgsqlDbType.Bigint, cancellation);
        if (latency is null)
        {
            await copy.WriteNullAsync(cancellation);
            await copy.WriteNullAsync(cancellation);
        }
        else
        {
            await copy.WriteAsync(layouts[Key(latency.Bounds)], NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(latency.Cumulative.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint, cancellation);
        }

        if (sli.ThrottledSeconds is { } seconds) await copy.WriteAsync(seconds, NpgsqlDbType.Double, cancellation);
        else await copy.WriteNullAsync(cancellation);
        await copy.WriteAsync((int)sli.Defects, NpgsqlDbType.Integer, cancellation);
    }

    // In an order of their own, so that two who add the same layouts wait for each other one way only.
    private static IEnumerable<IReadOnlyList<double>> LayoutsOf(IReadOnlyList<ServiceHour> hours) => hours
        .Select(h => h.Sli.Latency?.Bounds)
        .OfType<IReadOnlyList<double>>()
        .DistinctBy(Key)
        .OrderBy(Key, StringComparer.Ordinal);

    private async Task<int> FindOrAddLayoutAsync(IReadOnlyList<double> bounds, CancellationToken cancellation)
    {
        object[] parameter = [bounds.ToArray()];
        var found = await connection.QueryAsync(FindLayout, parameter, row => row.GetInt32(0), cancellation);
        if (found.Count == 0)
        {
            await connection.ExecuteAsync(AddLayout, parameter, cancellation);
            found = await connection.QueryAsync(FindLayout, parameter, row => row.GetInt32(0), cancellation);
        }

        return found[0];
    }

    private static string Key(IReadOnlyList<double> bounds) => string.Join(' ', bounds);
}
