using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>The steps of a change of the stored graph, within one transaction.</summary>
public interface IGraphChange : IServiceOwners
{
    /// <summary>The receipt of an earlier delivery of the same submission; null when there was none.</summary>
    Task<IngestionReceipt?> FindDeliveryAsync(string deliveryKey, CancellationToken cancellation);

    /// <summary>A large submission that is to be stored, kept from others until the change is done; null when it is stored, has failed, or is not known.</summary>
    /// <exception cref="InvalidDataException">What is kept of it cannot be read.</exception>
    Task<GraphSubmission?> FindSubmissionAsync(Guid id, CancellationToken cancellation);

    /// <summary>Forgets a large submission, which the receipt stands for from now on.</summary>
    Task RemoveSubmissionAsync(Guid id, CancellationToken cancellation);

    /// <summary>
    /// Merges a submission: services are created or completed, unknown ends of edges become discovered placeholders, edges
    /// are kept per (source, target, discovery source) unless that source has said something later already.
    /// </summary>
    Task<GraphWrites> UpsertAsync(GraphUpdate update, CancellationToken cancellation);

    /// <summary>Marks what no source has seen since <paramref name="before"/> as stale.</summary>
    /// <returns>The number of newly stale edges.</returns>
    Task<int> MarkStaleAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>All services and all that sources say of their dependencies lately.</summary>
    Task<StoredGraph> ReadAsync(CancellationToken cancellation);

    /// <summary>Which effective graph is the present one; null before the first submission.</summary>
    Task<GraphVersion?> FindCurrentAsync(CancellationToken cancellation);

    /// <summary>The present effective graph.</summary>
    Task<CurrentGraph> ReadCurrentAsync(CancellationToken cancellation);

    /// <summary>Makes a graph the present one; one that was present before is found again.</summary>
    /// <returns>The id of its snapshot.</returns>
    Task<Guid> SaveCurrentAsync(GraphContent content, CancellationToken cancellation);

    /// <summary>Deletes snapshots made before <paramref name="before"/> that neither the present nor a recommendation refers to.</summary>
    Task PurgeSnapshotsAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Has the recommendations of these services computed anew when asked for next.</summary>
    Task ExpireRecommendationsAsync(IReadOnlySet<ServiceId> services, CancellationToken cancellation);

    /// <summary>Records the cycles that are in the graph now: new ones are opened, those that are gone are resolved.</summary>
    /// <param name="cycles">All cycles of the present graph.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The ids of those that were not there before, by cycle.</returns>
    Task<IReadOnlyDictionary<CircularDependency, Guid>> SaveCyclesAsync(
        IReadOnlyList<CircularDependency> cycles, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Keeps the receipt of a submission.</summary>
    Task SaveReceiptAsync(IngestionReceipt receipt, string? deliveryKey, CancellationToken cancellation);
}
