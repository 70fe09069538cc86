namespace SloFunctions.Application.Maintenance;

/// <summary>The maintenance windows of a service, as the API publishes them.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Windows">Those that are planned or running, and those that ended within an SLO window; the earliest first.</param>
/// <param name="MaintenancePending">Whether requests of a window are stored that have not been left out of the error budgets yet.</param>
public sealed record MaintenanceWindowsDocument(string ServiceId, IReadOnlyList<MaintenanceWindowDocument> Windows, bool MaintenancePending);
