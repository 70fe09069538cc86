using System.Globalization;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Telemetry;

/// <summary>
/// Writes <c>{bucket_sums}</c> of an SQL file out: the sum of <c>c.latency_counts</c>, element by element. One sum for each
/// element takes a quarter of the time of unnesting the arrays and grouping again.
/// </summary>
internal static class BucketSums
{
    private const string Place = "{bucket_sums}";
    private const string MostBuckets = "SELECT coalesce(max(cardinality(bounds)), 0) + 1 FROM latency_bucket_layouts";

    /// <summary>The file's statement for the layouts that there are now; rows grouped together must have the same one.</summary>
    public static async Task<string> LoadAsync(NpgsqlConnection connection, string file, CancellationToken cancellation)
    {
        int buckets = (await connection.QueryAsync(MostBuckets, [], row => row.GetInt32(0), cancellation))[0];
        return Load(file, Enumerable.Range(1, buckets).ToHashSet());
    }

    /// <summary>The file's statement with sums of some elements only, counted from 1; the others are null.</summary>
    public static string Load(string file, IReadOnlySet<int> wanted)
    {
        var sums = Enumerable.Range(1, wanted.Append(1).Max())
            .Select(i => wanted.Contains(i) ? string.Create(CultureInfo.InvariantCulture, $"sum(c.latency_counts[{i}])") : "NULL::bigint");
        return SqlFiles.Load(file).Replace(Place, $"(ARRAY[{string.Join(", ", sums)}])[1:max(cardinality(c.latency_counts))]::bigint[]", StringComparison.Ordinal);
    }
}
