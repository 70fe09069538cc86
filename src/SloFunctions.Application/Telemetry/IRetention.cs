namespace SloFunctions.Application.Telemetry;

/// <summary>Removes what has expired. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IRetention
{
    /// <summary>When expired data was last removed; null if never.</summary>
    Task<DateTimeOffset?> ReadLastAsync(CancellationToken cancellation);

    /// <summary>Creates the partitions that hold <paramref name="from"/>, <paramref name="to"/> and all between.</summary>
    Task EnsurePartitionsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);

    /// <summary>Drops the monthly partitions that end by these times.</summary>
    /// <param name="beforeHourly">For indicators over one hour.</param>
    /// <param name="beforeDaily">For all other telemetry.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>How many.</returns>
    Task<int> DropPartitionsAsync(DateTimeOffset beforeHourly, DateTimeOffset beforeDaily, CancellationToken cancellation);

    /// <summary>Removes notes of hours asked for again that lie before <paramref name="before"/>.</summary>
    Task PurgeGapChecksAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>
    /// Removes superseded and expired recommendations generated before <paramref name="before"/>, the oldest first; those that
    /// an active objective or the audit log refers to stay.
    /// </summary>
    /// <returns>How many sets, at most <paramref name="most"/>.</returns>
    Task<int> PurgeRecommendationsAsync(DateTimeOffset before, int most, CancellationToken cancellation);

    /// <summary>Removes evidence of the fleet that was kept before <paramref name="before"/> and that no recommendation refers to.</summary>
    Task PurgeFleetEvidenceAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Removes bulk runs that ended before <paramref name="before"/>; the recommendations stay.</summary>
    Task PurgeBulkRunsAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Records that expired data was removed at <paramref name="at"/>.</summary>
    Task CompleteAsync(DateTimeOffset at, CancellationToken cancellation);
}
