namespace SloFunctions.Application.Backtesting;

/// <summary>The middle of a sample and where its middle half lies.</summary>
/// <param name="Q25">A quarter is not above it.</param>
/// <param name="Median">Half is not above it.</param>
/// <param name="Q75">Three quarters are not above it.</param>
public sealed record QuartilesDocument(double Q25, double Median, double Q75);
