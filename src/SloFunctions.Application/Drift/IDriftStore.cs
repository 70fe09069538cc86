using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Drift;

/// <summary>Where is kept what was found of services. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IDriftStore
{
    /// <summary>How many services are to be looked at: all critical ones, and others that were last looked at by <paramref name="before"/>.</summary>
    Task<(int Critical, int Others)> CountDueAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>
    /// Those of them that are in a part, and those that its sweep has looked at already; the longest ago first. Each sweep divides them
    /// in another way, so that nobody is always in the last part.
    /// </summary>
    Task<IReadOnlyList<DriftSubject>> ListDueAsync(DriftPartition partition, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>The baselines of services.</summary>
    Task<IReadOnlyList<StoredBaseline>> ReadBaselinesAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation);

    /// <summary>Keeps what was found, unless something later is kept; the time since when is kept while the state stays the same.</summary>
    Task SaveAsync(IReadOnlyList<SeriesState> states, DateTimeOffset evaluatedAt, CancellationToken cancellation);

    /// <summary>
    /// Lets a drift take effect, all of it or nothing: the new baseline, the state, open recommendations stale, a re-evaluation queued, and
    /// the entry in the audit log, with which the service's team is told.
    /// </summary>
    /// <returns>False when the baseline it was found by is no longer the present one: somebody else found the same drift.</returns>
    Task<bool> ConfirmAsync(ConfirmedDrift drift, DateTimeOffset evaluatedAt, CancellationToken cancellation);
}
