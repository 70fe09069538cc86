using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Alerts;

/// <summary>Makes alerted objectives of SLOs.</summary>
internal static class ExportedObjectives
{
    /// <summary>All objectives of the SLO of a service: its availability, then its durations by percentile.</summary>
    public static IEnumerable<AlertedObjective> Of(ExportedService service, RunbookAddress? runbooks)
    {
        if (service.Slo?.Targets is not { } targets) yield break;
        if (targets.Availability is { } availability) yield return Objective(service, availability, null, runbooks);
        if (targets.Latency.P95Ms is { } p95) yield return Objective(service, 0.95, p95, runbooks);
        if (targets.Latency.P99Ms is { } p99) yield return Objective(service, 0.99, p99, runbooks);
        if (targets.Latency.P999Ms is { } p999) yield return Objective(service, 0.999, p999, runbooks);
    }

    private static AlertedObjective Objective(ExportedService service, double target, double? thresholdMs, RunbookAddress? runbooks)
    {
        double? boundary = thresholdMs is { } ms ? BucketBounds.Find(service.LatencyBounds, ms) : null;
        return new AlertedObjective(service.Service, target, boundary ?? thresholdMs / 1000)
        {
            // What was never seen cannot be held against the threshold.
            ThresholdIsBoundary = boundary is not null || service.LatencyBounds.Count == 0,
            Team = service.Team,
            Criticality = service.Criticality,
            Runbooks = runbooks,
        };
    }
}
