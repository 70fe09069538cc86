namespace SloFunctions.Application.Dashboards.Documents;

/// <summary>Objectives of which nothing is known, by reason.</summary>
/// <param name="Total">All of them.</param>
/// <param name="NoTelemetry">Nothing was measured.</param>
/// <param name="NoTraffic">There were no requests.</param>
/// <param name="ThresholdOffBuckets">Unmeasurable: the latency threshold is no boundary of the histogram.</param>
/// <param name="NoHistogram">Unmeasurable: there is no histogram.</param>
public sealed record NoBudgetDataDocument(int Total, int NoTelemetry, int NoTraffic, int ThresholdOffBuckets, int NoHistogram);
