namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A latency target.</summary>
/// <param name="TargetMs">A bucket boundary in milliseconds; before latencies are measured, what is usual; null when the percentile cannot be told, for the reasons in the notes.</param>
/// <param name="Percentile">The share of requests covered, for example <c>p99</c>.</param>
/// <param name="RawTargetMs">The observed percentile with its noise margin, before it is snapped up to a bucket boundary.</param>
/// <param name="EstimatedBreachProbability">
/// The chance that fewer requests than promised are within the target over the coming 28 days; null when there is too little to tell.
/// </param>
/// <param name="HistoricalBreachShare">The share of historical one-day windows in which fewer requests were within the target.</param>
/// <param name="HistoricalWindows">The number of those windows.</param>
/// <param name="Notes">What a reader must know about the target.</param>
public sealed record LatencyTierDocument(
    double? TargetMs,
    string Percentile,
    double? RawTargetMs,
    double? EstimatedBreachProbability,
    double? HistoricalBreachShare,
    int HistoricalWindows,
    IReadOnlyList<string> Notes);
