namespace SloFunctions.Application.Lifecycle;

/// <summary>Targets that a team brings as they arrive: all that the SLO is to promise. At least one is needed.</summary>
/// <param name="Availability">The share of good requests, a percentage.</param>
/// <param name="LatencyP95Ms">What 95 % of the requests are to stay within, milliseconds.</param>
/// <param name="LatencyP99Ms">What 99 % of the requests are to stay within, milliseconds.</param>
/// <param name="LatencyP999Ms">What 99.9 % of the requests are to stay within, milliseconds.</param>
public sealed record TargetsBody(double? Availability, double? LatencyP95Ms, double? LatencyP99Ms, double? LatencyP999Ms);
