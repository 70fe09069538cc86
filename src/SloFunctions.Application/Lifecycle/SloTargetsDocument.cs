using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>What an SLO promises, as the API publishes it. Targets that are null are not promised.</summary>
/// <param name="Availability">The share of good requests, a percentage.</param>
/// <param name="LatencyP95Ms">What 95 % of the requests stay within, milliseconds.</param>
/// <param name="LatencyP99Ms">What 99 % of the requests stay within, milliseconds.</param>
/// <param name="LatencyP999Ms">What 99.9 % of the requests stay within, milliseconds.</param>
public sealed record SloTargetsDocument(double? Availability, double? LatencyP95Ms, double? LatencyP99Ms, double? LatencyP999Ms)
{
    /// <summary>Publishes targets.</summary>
    internal static SloTargetsDocument Of(SloTargets targets) => new(
        Percent.Of(targets.Availability), targets.Latency.P95Ms, targets.Latency.P99Ms, targets.Latency.P999Ms);
}
