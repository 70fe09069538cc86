using System.Collections.Concurrent;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>Bucket layouts by their number. They never change, so that each is read once and not with every hour.</summary>
internal sealed class KnownLayouts
{
    private const string ReadSome = "SELECT id, bounds FROM latency_bucket_layouts WHERE id = ANY ($1::integer[])";

    private readonly ConcurrentDictionary<int, double[]> known = new();

    /// <summary>The bounds of a layout that was learnt.</summary>
    public double[] Of(int layout) => known[layout];

    /// <summary>Learns those that are not known yet.</summary>
    public async Task LearnAsync(NpgsqlConnection connection, IEnumerable<int> layouts, CancellationToken cancellation)
    {
        int[] unknown = [.. layouts.Distinct().Where(layout => !known.ContainsKey(layout))];
        if (unknown.Length == 0) return;
        foreach (var (id, bounds) in await connection.QueryAsync(ReadSome, [unknown], row => (row.GetInt32(0), row.GetFieldValue<double[]>(1)), cancellation))
            known[id] = bounds;
    }
}
