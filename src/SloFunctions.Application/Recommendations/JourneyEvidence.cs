using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Recommendations;

/// <summary>What the trace store said of journeys when a recommendation was computed, kept so that a replay need not ask again.</summary>
/// <param name="WindowDays">The days asked about.</param>
/// <param name="Percentiles">Those that could be told; empty where it told nothing.</param>
/// <param name="SampledTraces">From how many traces they were estimated; null where every span counted.</param>
/// <param name="Note">Why there are none, as a sentence; null where there are some.</param>
public sealed record JourneyEvidence(int WindowDays, IReadOnlyList<LatencyPercentile> Percentiles, int? SampledTraces, string? Note)
{
    /// <summary>A percentile in seconds; null where it could not be told.</summary>
    /// <param name="share">A share in (0, 1).</param>
    public double? At(double share) => Percentiles.FirstOrDefault(p => p.Percentile.Equals(share))?.Seconds;
}
