namespace SloFunctions.Domain.Backtesting;

/// <summary>How a method did.</summary>
/// <param name="Method">The method.</param>
/// <param name="Tiers">Each tier, least risk first.</param>
/// <param name="Brier">The mean squared error of its breach probabilities (Brier 1950); 0 is perfect; null without any.</param>
/// <param name="Probabilities">How many of them there were: one a window and level of the ladder that the traffic supports.</param>
/// <param name="Reliability">What came of forecasts of about the same probability.</param>
/// <param name="Coverage">How often the availability lay within the 95 % interval; null where the method has none.</param>
public sealed record MethodScore(
    ForecastMethod Method,
    IReadOnlyList<TierScore> Tiers,
    double? Brier,
    long Probabilities,
    IReadOnlyList<ReliabilityBin> Reliability,
    ObservedShare? Coverage);
