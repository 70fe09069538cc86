namespace SloFunctions.Application.Graph;

/// <summary>What became of a graph submission. Until it is completed, which a large one is not at once, what it did is all 0, false, null or empty.</summary>
/// <param name="IngestionId">The id of this submission.</param>
/// <param name="Status"><c>completed</c>: the graph is stored; <c>accepted</c> or <c>processing</c>: it will be; <c>failed</c>: it never will.</param>
/// <param name="Source">The discovery source.</param>
/// <param name="ObservedAt">When the source saw the graph.</param>
/// <param name="ReceivedAt">When the submission arrived.</param>
/// <param name="NodesReceived">Services in the submission.</param>
/// <param name="EdgesReceived">Dependencies in the submission.</param>
/// <param name="EstimatedCompletionSeconds">About how long it will take from now; 0 when nothing is left to do.</param>
/// <param name="ServicesCreated">Services that were not known before.</param>
/// <param name="DependenciesCreated">Dependencies that this source had not reported before.</param>
/// <param name="DependenciesRefreshed">Dependencies that it reported again.</param>
/// <param name="GraphChanged">Whether another effective graph counts than before.</param>
/// <param name="GraphSnapshotId">The effective graph afterwards; null until it is completed.</param>
/// <param name="ConflictsTotal">Contradictions between sources about the submitted dependencies.</param>
/// <param name="Conflicts">The first of them.</param>
/// <param name="NewCyclesTotal">Circular dependencies that were not there before.</param>
/// <param name="NewCycles">The first of them.</param>
/// <param name="Divergences">Differences between declared and observed dependencies in the whole graph.</param>
/// <param name="DivergentDependencies">The first of those whose caller the submission names.</param>
/// <param name="Failure">Why it failed; null unless it has.</param>
public sealed record IngestionReceipt(
    Guid IngestionId,
    string Status,
    string Source,
    DateTimeOffset ObservedAt,
    DateTimeOffset ReceivedAt,
    int NodesReceived,
    int EdgesReceived,
    int EstimatedCompletionSeconds,
    int ServicesCreated,
    int DependenciesCreated,
    int DependenciesRefreshed,
    bool GraphChanged,
    Guid? GraphSnapshotId,
    int ConflictsTotal,
    IReadOnlyList<ConflictSummary> Conflicts,
    int NewCyclesTotal,
    IReadOnlyList<NewCycle> NewCycles,
    DivergenceCounts Divergences,
    IReadOnlyList<DivergenceSummary> DivergentDependencies,
    IngestionFailure? Failure = null);
