namespace SloFunctions.Domain.Drift;

/// <summary>Parameters of the Kolmogorov-Smirnov window; the defaults are those of the river library.</summary>
/// <param name="Alpha">The p-value from which down a change is told; in (0, 1).</param>
/// <param name="Window">Values in the window; above <paramref name="Recent"/>.</param>
/// <param name="Recent">Values at its end that are compared with the others; 1 or more.</param>
public sealed record KsOptions(double Alpha = 0.005, int Window = 100, int Recent = 30);
