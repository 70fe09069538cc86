using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Maintenance;

/// <summary>A stored hour of a service that maintenance falls into.</summary>
/// <param name="Service">The service.</param>
/// <param name="Stored">The hour as it is stored.</param>
/// <param name="Parts">The parts in maintenance, the earliest first; none overlaps another.</param>
/// <param name="IsWhole">Whether the parts make up the whole hour.</param>
/// <param name="Basis">Stands for the stored hour and the parts: another one when any of them has changed.</param>
public sealed record MaintenanceHour(ServiceId Service, HourlySli Stored, IReadOnlyList<MaintenanceSpan> Parts, bool IsWhole, string Basis);
