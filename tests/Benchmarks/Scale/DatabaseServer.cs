namespace SloFunctions.Benchmarks.Scale;

/// <summary>A size of Azure Database for PostgreSQL Flexible Server, General Purpose, as its documentation lists them.</summary>
/// <param name="Name">The size.</param>
/// <param name="Cores">Its cores.</param>
/// <param name="Connections">Connections that it accepts.</param>
/// <param name="Iops">Operations in a second that its network to the disk carries; the disk must have them, too.</param>
public sealed record DatabaseServer(string Name, int Cores, int Connections, double Iops)
{
    /// <summary>From small to large.</summary>
    public static readonly IReadOnlyList<DatabaseServer> All =
    [
        new("D2ds_v5", 2, 859, 3_200),
        new("D4ds_v5", 4, 1_718, 6_400),
        new("D8ds_v5", 8, 3_437, 12_800),
        new("D16ds_v5", 16, 5_000, 25_600),
    ];
}
