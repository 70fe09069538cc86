namespace SloFunctions.Application.Backtesting;

/// <summary>How often the availability lay within an interval.</summary>
/// <param name="Promised">How often it ought to: 0.95.</param>
/// <param name="Windows">The windows that there was an interval for.</param>
/// <param name="Covered">Those whose availability lay within it.</param>
/// <param name="Rate">Covered ÷ windows; null without windows.</param>
/// <param name="Wilson">The 95 % interval of the rate: lower end, upper end; null without windows.</param>
public sealed record CoverageDocument(double Promised, long Windows, long Covered, double? Rate, IReadOnlyList<double>? Wilson);
