using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>The graph after a change.</summary>
/// <param name="Graph">The graph that counts.</param>
/// <param name="Dependencies">All dependencies with what is said of them.</param>
/// <param name="SnapshotId">The snapshot of the graph that counts.</param>
/// <param name="HasChanged">Whether another graph counts than before.</param>
/// <param name="NewCycles">The cycles that were not there before.</param>
internal sealed record RefreshedGraph(
    ServiceGraph Graph,
    IReadOnlyList<MergedDependency> Dependencies,
    Guid SnapshotId,
    bool HasChanged,
    IReadOnlyList<NewCycle> NewCycles);
