namespace SloFunctions.Domain.Backtesting;

/// <summary>What came of the forecasts that gave about the same probability.</summary>
/// <param name="From">The least probability in the bin.</param>
/// <param name="To">The probability that the bin ends before; the last holds 1 as well.</param>
/// <param name="Forecast">The mean probability that was given; null for an empty bin.</param>
/// <param name="Observed">How often the target was missed.</param>
public sealed record ReliabilityBin(double From, double To, double? Forecast, ObservedShare Observed);
