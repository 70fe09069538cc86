using System.ComponentModel.DataAnnotations;

namespace SloFunctions.Application.Graph;

/// <summary>How the dependency graph ages, and how submissions are taken in.</summary>
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

    /// <summary>
    /// A submission with more services and dependencies than this together is kept and stored by an orchestration instead of
    /// within its request. 1 to 120,000, which no submission exceeds. The default is 10,000, about half a second.
    /// </summary>
    [Range(1, GraphLimits.Nodes + GraphLimits.Edges)]
    public int LargeSubmission { get; init; } = 10_000;

    /// <summary>An event that has failed so often, for other reasons than an outage, is kept as a dead letter. 2 to 100. The default is 5.</summary>
    [Range(2, 100)]
    public int PoisonAttempts { get; init; } = 5;

    /// <summary>The time that an event must have been failing for before it is kept as a dead letter. None to a day. The default is 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan PoisonTime { get; init; } = TimeSpan.FromMinutes(5);
}
