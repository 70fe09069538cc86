namespace SloFunctions.Application.Telemetry;

/// <summary>A run that has done all but its last step.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Report">What it did.</param>
/// <param name="Computed">The end of the windows that it computed; null when it did not have to.</param>
public sealed record AggregationEnd(DateTimeOffset Began, AggregationReport Report, DateTimeOffset? Computed);
