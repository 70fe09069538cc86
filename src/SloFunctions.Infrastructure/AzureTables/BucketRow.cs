using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>A bucket as the table holds it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Version">Which version of the row this is.</param>
internal sealed record BucketRow(TokenBucket Bucket, ETag Version)
{
    private const string Level = "Level";
    private const string AsOf = "AsOf";

    /// <summary>Reads a row. One that is not ours counts as full and long ago, and is written over.</summary>
    public static BucketRow Read(TableEntity entity)
    {
        long level = entity[Level] is long units ? units : long.MaxValue;
        long ticks = entity[AsOf] is long stored and >= 0 && stored <= DateTimeOffset.MaxValue.UtcTicks ? stored : 0;
        return new BucketRow(new TokenBucket(level, new DateTimeOffset(ticks, TimeSpan.Zero)), entity.ETag);
    }

    /// <summary>Writes a row. Ticks, since the table's own times are coarser elsewhere.</summary>
    public static TableEntity Write(string partition, string row, TokenBucket bucket) =>
        new(partition, row) { [Level] = bucket.Level, [AsOf] = bucket.AsOf.UtcTicks };

    /// <summary>A key for any text: names may hold signs that keys may not, and are nobody's business in a shared account.</summary>
    public static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
