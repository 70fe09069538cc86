namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>A latency target.</summary>
/// <param name="TargetMs">A bucket boundary in milliseconds; null when the percentile cannot be measured, for the reasons in the notes.</param>
/// <param name="Percentile">The share of requests covered, for example <c>p99</c>.</param>
/// <param name="RawTargetMs">The observed percentile with its noise margin, before it is snapped up to a bucket boundary.</param>
/// <param name="EstimatedBreachProbability">The share of historical windows in which fewer requests were within the target.</param>
/// <param name="HistoricalWindows">The number of those windows.</param>
/// <param name="Notes">What a reader must know about the target.</param>
public sealed record LatencyTierDocument(
    double? TargetMs,
    string Percentile,
    double? RawTargetMs,
    double? EstimatedBreachProbability,
    int HistoricalWindows,
    IReadOnlyList<string> Notes);
