namespace SloFunctions.Application.Recommendations.Documents;

/// <summary>How long requests take from end to end, as traces show it. Targets do not rest on it: the SLO is measured by the histogram.</summary>
/// <param name="P95Ms">Milliseconds; null where the traces do not tell it.</param>
/// <param name="P99Ms">The same of p99.</param>
/// <param name="P999Ms">The same of p99.9.</param>
/// <param name="Source"><c>all_spans</c> where the trace store counted every span, <c>sampled_traces</c> where single traces were read.</param>
/// <param name="WindowDays">The days before the recommendation that were looked at.</param>
/// <param name="SampledTraces">How many traces were read; null where all spans counted.</param>
public sealed record JourneyDocument(double? P95Ms, double? P99Ms, double? P999Ms, string Source, int WindowDays, int? SampledTraces);
