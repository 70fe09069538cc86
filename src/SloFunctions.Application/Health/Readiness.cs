namespace SloFunctions.Application.Health;

/// <summary>Whether requests can be served.</summary>
/// <param name="Status"><c>ready</c>; <c>degraded</c> when a server is down that we can do without; <c>unavailable</c> otherwise.</param>
/// <param name="Dependencies">Each server that we depend on.</param>
/// <param name="TelemetryThrough">The end of the last hour of telemetry that is stored; null when unknown.</param>
public sealed record Readiness(string Status, IReadOnlyList<DependencyHealth> Dependencies, DateTimeOffset? TelemetryThrough);
