namespace SloFunctions.Benchmarks.Scale;

/// <summary>A size of Azure Database for PostgreSQL Flexible Server, General Purpose, as its documentation lists them.</summary>
/// <param name="Name">The size.</param>
/// <param name="Cores">Its cores.</param>
/// <param name="Gigabytes">Its memory.</param>
/// <param name="Connections">Connections that it accepts.</param>
/// <param name="Iops">Operations in a second that its network to the disk carries; the disk must have them, too.</param>
public sealed record DatabaseServer(string Name, int Cores, int Gigabytes, int Connections, double Iops)
{
    // What the server's processes and the rest of the tables need is not there for the hours.
    private const double CacheShare = 0.7;

    /// <summary>Whether rows of so many bytes stay in its memory.</summary>
    public bool Holds(double bytes) => bytes <= CacheShare * Gigabytes * (1L << 30);

    /// <summary>From small to large.</summary>
    public static readonly IReadOnlyList<DatabaseServer> All =
    [
        new("D2ds_v5", 2, 8, 859, 3_200),
        new("D4ds_v5", 4, 16, 1_718, 6_400),
        new("D8ds_v5", 8, 32, 3_437, 12_800),
        new("D16ds_v5", 16, 64, 5_000, 25_600),
        new("D32ds_v5", 32, 128, 5_000, 51_200),
    ];
}
