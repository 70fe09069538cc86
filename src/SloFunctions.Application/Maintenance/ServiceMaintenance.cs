namespace SloFunctions.Application.Maintenance;

/// <summary>What is known of the maintenance of a service.</summary>
/// <param name="Team">Whose it is; null for nobody's.</param>
/// <param name="Windows">Its windows that matter, the earliest first.</param>
/// <param name="IsPending">Whether requests of a window are stored that have not been left out yet.</param>
public sealed record ServiceMaintenance(string? Team, IReadOnlyList<MaintenanceWindow> Windows, bool IsPending);
