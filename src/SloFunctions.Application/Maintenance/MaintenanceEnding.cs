namespace SloFunctions.Application.Maintenance;

/// <summary>What becomes of a window that is taken back.</summary>
/// <param name="Kept">What is left of it; null when nothing is.</param>
public sealed record MaintenanceEnding(MaintenanceWindow? Kept);
