namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>Hours in which a share of the requests fails besides the base error ratio.</summary>
/// <param name="Cause">The service where it began; the service itself for its own incidents.</param>
/// <param name="FirstHour">First affected hour of the timeline.</param>
/// <param name="Hours">Number of affected hours.</param>
/// <param name="ErrorRatio">Share of failing requests, 0 to 1.</param>
public sealed record Incident(string Cause, int FirstHour, int Hours, double ErrorRatio);
