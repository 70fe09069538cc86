namespace SloFunctions.Benchmarks.Scale;

/// <summary>What a bulk run would take.</summary>
/// <param name="Seconds">Its length.</param>
/// <param name="AppUse">The share of the app's cores that is busy.</param>
/// <param name="DatabaseUse">The share of the database's cores that is busy.</param>
/// <param name="DiskUse">The share of what the disk can do.</param>
/// <param name="Activities">Activities that run.</param>
public sealed record RunForecast(double Seconds, double AppUse, double DatabaseUse, double DiskUse, int Activities)
{
    /// <summary>What is busiest.</summary>
    public string Bottleneck =>
        Math.Max(AppUse, Math.Max(DatabaseUse, DiskUse)) < 0.7 ? "waiting"
        : AppUse >= DatabaseUse && AppUse >= DiskUse ? "app" : DatabaseUse >= DiskUse ? "database" : "disk";
}
