namespace SloFunctions.Domain.Telemetry;

/// <summary>In how many hours of a window one thing was wrong with the series.</summary>
/// <param name="Defect">One flag.</param>
/// <param name="Hours">At least 1.</param>
public sealed record DefectiveHours(TelemetryDefects Defect, int Hours);
