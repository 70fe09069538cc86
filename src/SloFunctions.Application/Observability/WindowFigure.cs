namespace SloFunctions.Application.Observability;

/// <summary>How an objective did over a window that ends with the last hour stored.</summary>
/// <param name="Window">The window: <c>1h</c>, <c>6h</c>, <c>1d</c>, <c>3d</c> or <c>28d</c>.</param>
/// <param name="GoodShare">The share of requests that were good as the objective means it, in [0, 1].</param>
/// <param name="BurnRate">How fast the error budget was spent; 1 spends it over the SLO window.</param>
public sealed record WindowFigure(string Window, double GoodShare, double BurnRate);
