namespace SloFunctions.Application.Reports.Documents;

/// <summary>Windows of latency objectives that the histograms do not measure.</summary>
/// <param name="ThresholdOffBuckets">The threshold is no boundary of the histogram.</param>
/// <param name="NoHistogram">There is no histogram.</param>
public sealed record NotMeasurableDocument(int ThresholdOffBuckets, int NoHistogram);
