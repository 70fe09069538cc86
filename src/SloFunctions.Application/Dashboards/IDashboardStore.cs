namespace SloFunctions.Application.Dashboards;

/// <summary>Where computed dashboards are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IDashboardStore
{
    /// <summary>What the dashboards are of; null before they were computed for the first time.</summary>
    Task<DashboardStamp?> ReadStampAsync(CancellationToken cancellation);

    /// <summary>All rows, of one computation.</summary>
    Task<DashboardRows> ReadAsync(CancellationToken cancellation);

    /// <summary>Computes the dashboards anew, once however many instances ask; until it is done everybody reads the old ones.</summary>
    /// <param name="onlyFirst">Whether only the first computation is wanted. Then one that somebody else has begun is waited for.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<RefreshOutcome> RefreshAsync(bool onlyFirst, CancellationToken cancellation);
}
