namespace SloFunctions.Application.Backtesting;

/// <summary>Forecasts of about the same probability beside what came.</summary>
/// <param name="From">The least probability in the bin.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Forecasts">How many there were.</param>
/// <param name="MeanForecast">Their mean probability.</param>
/// <param name="Breaches">How often the target was missed.</param>
/// <param name="Observed">Breaches ÷ forecasts.</param>
/// <param name="Wilson">The 95 % interval of that: lower end, upper end.</param>
public sealed record ReliabilityDocument(
    double From, double To, long Forecasts, double MeanForecast, long Breaches, double Observed, IReadOnlyList<double> Wilson);
