using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Testing.Alerts;

/// <summary>Services to export.</summary>
public static class KnownServices
{
    /// <summary>A service of a team with an SLO.</summary>
    /// <param name="id">The service.</param>
    /// <param name="availability">The share of good requests; null when not promised.</param>
    /// <param name="latency">The durations; none unless given.</param>
    /// <param name="bounds">The boundaries of its histogram in seconds; none are known unless given.</param>
    /// <param name="team">Its team.</param>
    public static ExportedService With(string id, double? availability, LatencyTargets? latency = null, double[]? bounds = null, string? team = "shop") =>
        new(ServiceId.Of(id), team, ServiceCriticality.High, Slo(new SloTargets(availability, latency)), bounds ?? []);

    /// <summary>A service of a team without an SLO.</summary>
    public static ExportedService Without(string id, string? team = "shop") => new(ServiceId.Of(id), team, ServiceCriticality.Low, null, []);

    private static ActiveSlo Slo(SloTargets targets) => new(
        Guid.Empty, 1, targets, SloSource.Manual, null, null, null, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), "ann");
}
