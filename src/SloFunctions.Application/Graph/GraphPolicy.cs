using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Graph;

/// <summary>How the dependency graph ages.</summary>
public sealed record GraphPolicy
{
    /// <summary>
    /// After this time without being seen a dependency is stale: kept, but neither shown nor computed with until a source
    /// reports it again. An hour to ten years. The default is 7 days.
    /// </summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan StalenessWindow { get; init; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long a snapshot is kept that is neither the present graph nor what a recommendation was computed on. A day to ten
    /// years. The default is 90 days.
    /// </summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan SnapshotRetention { get; init; } = TimeSpan.FromDays(90);
}
