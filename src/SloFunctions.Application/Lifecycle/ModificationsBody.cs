namespace SloFunctions.Application.Lifecycle;

/// <summary>Targets that take the place of recommended ones as they arrive. At least one is needed.</summary>
/// <param name="AvailabilityTarget">The share of good requests, a percentage.</param>
/// <param name="LatencyP95TargetMs">What 95 % of the requests are to stay within, milliseconds.</param>
/// <param name="LatencyP99TargetMs">What 99 % of the requests are to stay within, milliseconds.</param>
/// <param name="LatencyP999TargetMs">What 99.9 % of the requests are to stay within, milliseconds.</param>
public sealed record ModificationsBody(double? AvailabilityTarget, double? LatencyP95TargetMs, double? LatencyP99TargetMs, double? LatencyP999TargetMs);
