namespace SloFunctions.Application.Telemetry;

/// <summary>How long requests take from end to end, as traces show it.</summary>
/// <param name="Percentiles">Those that could be told, ascending; a small sample does not tell the extreme ones.</param>
/// <param name="SampledTraces">From how many traces they were estimated; null when the trace store counted every span it holds.</param>
public sealed record JourneyLatency(IReadOnlyList<LatencyPercentile> Percentiles, int? SampledTraces);
