using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Maintenance;

/// <summary>Keeps maintenance windows, and notes in the audit log what is done to them. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IMaintenanceWindows
{
    /// <summary>Reads the windows of a service that end after <paramref name="since"/>; null when it is not registered.</summary>
    Task<ServiceMaintenance?> ReadAsync(ServiceId service, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Adds a window in one step with deciding on it: no other of the service comes between.</summary>
    /// <param name="service">The service.</param>
    /// <param name="since">Windows that end after this are decided by.</param>
    /// <param name="decide">Gives the window: one that is there already changes nothing.</param>
    /// <param name="cancellation">Ends the call early.</param>
    Task<Result<MaintenanceWindow>> AddAsync(
        ServiceId service, DateTimeOffset since, Func<ServiceMaintenance, Result<MaintenanceWindow>> decide, CancellationToken cancellation);

    /// <summary>Removes a window, with what it has left out, or shortens it, in one step with deciding on it.</summary>
    /// <param name="service">The service.</param>
    /// <param name="id">The window.</param>
    /// <param name="decide">Gives the window as it is to be from whose service it is and what it is now; null to remove it.</param>
    /// <param name="change">Who does so, and when.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The window as it was and as it is; the latter is null when it is removed.</returns>
    Task<Result<(MaintenanceWindow Before, MaintenanceWindow? After)>> EndAsync(
        ServiceId service,
        Guid id,
        Func<string?, MaintenanceWindow, Result<MaintenanceEnding>> decide,
        (string Actor, DateTimeOffset At) change,
        CancellationToken cancellation);
}
