namespace SloFunctions.Domain.Stationarity;

/// <summary>The level of a quantity on one day, on a logarithmic scale.</summary>
/// <param name="Value">The logarithm of the level, up to a constant.</param>
/// <param name="Error">The standard error that follows from the number of requests alone.</param>
internal readonly record struct DayLevel(double Value, double Error);
