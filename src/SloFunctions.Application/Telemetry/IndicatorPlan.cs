namespace SloFunctions.Application.Telemetry;

/// <summary>What is left to be done with the stored counts.</summary>
/// <param name="Through">The end of the last stored hour.</param>
/// <param name="HasGaps">Whether hours before it are to be asked for again.</param>
/// <param name="IsComputed">Whether the indicators of the windows that end there are stored completely.</param>
public sealed record IndicatorPlan(DateTimeOffset Through, bool HasGaps, bool IsComputed);
