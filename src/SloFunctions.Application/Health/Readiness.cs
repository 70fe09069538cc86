namespace SloFunctions.Application.Health;

/// <summary>Whether requests can be served.</summary>
/// <param name="Status"><c>ready</c>; <c>degraded</c> when a server is down that we can do without; <c>unavailable</c> when one is down that we cannot; <c>stopping</c> when the process is to end.</param>
/// <param name="Dependencies">Each server that we depend on.</param>
/// <param name="TelemetryThrough">The end of the last hour of telemetry that is stored; null when unknown.</param>
public sealed record Readiness(string Status, IReadOnlyList<DependencyHealth> Dependencies, DateTimeOffset? TelemetryThrough)
{
    /// <summary>The process is to end, and takes no further work.</summary>
    public static readonly Readiness Stopping = new("stopping", [], null);
}
