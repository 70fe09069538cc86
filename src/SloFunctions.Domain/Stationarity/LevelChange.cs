namespace SloFunctions.Domain.Stationarity;

/// <summary>A change found in a series of daily levels.</summary>
/// <param name="Shape">How the level changed.</param>
/// <param name="Day">The first day after a step; the first day of all for a ramp.</param>
/// <param name="Difference">After − before, or end − start, on the logarithmic scale.</param>
internal readonly record struct LevelChange(ChangeShape Shape, int Day, double Difference);
