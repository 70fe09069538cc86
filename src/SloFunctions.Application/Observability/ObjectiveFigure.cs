namespace SloFunctions.Application.Observability;

/// <summary>One objective of an active SLO.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="SliType"><c>availability</c> or <c>latency</c>.</param>
/// <param name="Ratio">The share of requests that must be good, in (0, 1).</param>
public sealed record ObjectiveFigure(string ServiceId, string SliType, double Ratio);
