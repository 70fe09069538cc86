namespace SloFunctions.Application.Backtesting;

/// <summary>How a method did.</summary>
/// <param name="Tiers">What came of its proposals.</param>
/// <param name="Brier">The mean squared error of its breach probabilities over the ladder's levels that the traffic supports; null without any.</param>
/// <param name="BrierForecasts">How many of them there were.</param>
/// <param name="Reliability">The same probabilities by size, beside what came; empty bins are left out.</param>
/// <param name="IntervalCoverage">How often the availability lay within the method's central 95 % interval; null where it has none.</param>
public sealed record MethodDocument(
    TiersDocument Tiers,
    double? Brier,
    long BrierForecasts,
    IReadOnlyList<ReliabilityDocument> Reliability,
    CoverageDocument? IntervalCoverage);
