using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>Says what became of a submission.</summary>
internal static class ReceiptWriting
{
    // Of services and dependencies together, on a small machine.
    private const double StoredPerSecond = 20_000;

    public static IngestionReceipt Receipt(GraphSubmissionProgress submission) => new(
        submission.Id,
        Term<GraphSubmissionState>.Name(submission.State),
        Term<DiscoverySource>.Name(submission.Source),
        submission.ObservedAt,
        submission.ReceivedAt,
        submission.Nodes,
        submission.Edges,
        submission.Failure is null ? 1 + (int)Math.Ceiling(submission.EntriesAhead / StoredPerSecond) : 0,
        ServicesCreated: 0,
        DependenciesCreated: 0,
        DependenciesRefreshed: 0,
        GraphChanged: false,
        GraphSnapshotId: null,
        ConflictsTotal: 0,
        Conflicts: [],
        NewCyclesTotal: 0,
        NewCycles: [],
        new DivergenceCounts(0, 0, 0),
        DivergentDependencies: [],
        submission.Failure);

    public static IngestionReceipt Receipt(Guid id, GraphUpdate update, GraphWrites writes, RefreshedGraph graph, DateTimeOffset receivedAt)
    {
        int Place(ServiceId service) => graph.Graph.PlaceOf(service)!.Value;
        var services = graph.Graph.Services;
        var submitted = update.Edges.Select(e => (Source: Place(e.Source), Target: Place(e.Target))).ToHashSet();
        var callers = submitted.Select(e => e.Source).ToHashSet();
        var conflicts = graph.Dependencies.Where(d => submitted.Contains((d.Source, d.Target))).SelectMany(d => d.Conflicts()).ToList();
        var divergences = Divergence.Between(graph.Dependencies).ToList();
        return new IngestionReceipt(
            id,
            "completed",
            Term<DiscoverySource>.Name(update.Source),
            update.ObservedAt,
            receivedAt,
            update.Nodes.Count,
            update.Edges.Count,
            EstimatedCompletionSeconds: 0,
            writes.ServicesCreated,
            writes.DependenciesCreated,
            writes.DependenciesRefreshed,
            graph.HasChanged,
            graph.SnapshotId,
            conflicts.Count,
            [.. conflicts.Take(GraphLimits.ReportedFindings).Select(c => ConflictSummary.Of(c, services))],
            graph.NewCycles.Count,
            [.. graph.NewCycles.Take(GraphLimits.ReportedFindings)],
            DivergenceCounts.Of(divergences),
            [.. divergences.Where(d => callers.Contains(d.Dependency.Source)).Take(GraphLimits.ReportedFindings).Select(d => DivergenceSummary.Of(d, services))]);
    }
}
