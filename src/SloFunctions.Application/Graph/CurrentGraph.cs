using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>The present effective graph.</summary>
/// <param name="SnapshotId">Its immutable snapshot; null before the first submission.</param>
/// <param name="Graph">The graph.</param>
public sealed record CurrentGraph(Guid? SnapshotId, ServiceGraph Graph)
{
    /// <summary>Before the first submission.</summary>
    public static readonly CurrentGraph None = new(null, new ServiceGraph([], []));
}
