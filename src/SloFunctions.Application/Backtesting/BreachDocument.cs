namespace SloFunctions.Application.Backtesting;

/// <summary>How often a level was missed.</summary>
/// <param name="Windows">The windows that there was a level for.</param>
/// <param name="Breaches">Those whose availability was below it.</param>
/// <param name="Rate">Breaches ÷ windows; null without windows.</param>
/// <param name="Wilson">The 95 % interval of the rate: lower end, upper end; null without windows.</param>
public sealed record BreachDocument(long Windows, long Breaches, double? Rate, IReadOnlyList<double>? Wilson);
