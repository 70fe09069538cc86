using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Maintenance;

/// <summary>Keeps what is left out of error budgets. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IExcludedCounts
{
    /// <summary>
    /// Stored hours in maintenance of which nothing was left out yet, or of which the hour or its windows have changed since;
    /// the latest first. Hours that are in no error budget any more are passed over.
    /// </summary>
    /// <param name="most">How many to give at most.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<IReadOnlyList<MaintenanceHour>> FindUnmeasuredAsync(int most, CancellationToken cancellation);

    /// <summary>Leaves out what was measured of each hour, in place of what was left out of it before. An hour that has changed meanwhile is passed over.</summary>
    /// <returns>How many were stored.</returns>
    Task<int> StoreAsync(IReadOnlyList<(MaintenanceHour Hour, HourlySli Excluded)> measured, CancellationToken cancellation);
}
