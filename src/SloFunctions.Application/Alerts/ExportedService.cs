using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Alerts;

/// <summary>A service that an export is about.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who runs it; null when nobody is registered.</param>
/// <param name="Criticality">How much depends on it.</param>
/// <param name="Slo">Its SLO in force; null without one.</param>
/// <param name="LatencyBounds">
/// The boundaries of the histogram that it had last, in seconds and ascending; empty when none is known of the last weeks, or
/// when no duration is promised.
/// </param>
public sealed record ExportedService(ServiceId Service, string? Team, ServiceCriticality Criticality, ActiveSlo? Slo, IReadOnlyList<double> LatencyBounds);
