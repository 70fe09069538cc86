namespace SloFunctions.Application.Drift;

/// <summary>Which baselines are to be learnt, and where they are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IBaselineStore
{
    /// <summary>
    /// Baselines that are missing, that were learnt by <paramref name="learntBefore"/>, or that are provisional since a drift that began by
    /// <paramref name="driftBefore"/>; neither those that were tried after <paramref name="triedBefore"/> nor those of series that are suspected
    /// of a drift.
    /// </summary>
    /// <param name="learntBefore">What is older is learnt anew.</param>
    /// <param name="driftBefore">From when on there is enough to learn from.</param>
    /// <param name="triedBefore">What was tried later is not tried again yet.</param>
    /// <param name="services">The most services; those tried the longest ago first.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<BaselineRequest>> ListDueAsync(
        DateTimeOffset learntBefore, DateTimeOffset driftBefore, DateTimeOffset triedBefore, int services, CancellationToken cancellation);

    /// <summary>Keeps what was learnt in place of the versions named by the requests, and notes that all of them were tried.</summary>
    /// <returns>How many baselines took effect.</returns>
    Task<int> SaveAsync(
        IReadOnlyList<BaselineRequest> tried, IReadOnlyList<StoredBaseline> learnt, DateTimeOffset now, CancellationToken cancellation);
}
