namespace SloFunctions.Application.Drift;

/// <summary>A sweep that has done all but its last step.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Report">What it did.</param>
public sealed record DriftSweepEnd(DateTimeOffset Began, DriftReport Report);
