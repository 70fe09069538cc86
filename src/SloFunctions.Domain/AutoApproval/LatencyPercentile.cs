using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.AutoApproval;

/// <summary>Percentiles as recommendations name them.</summary>
public static class LatencyPercentile
{
    /// <summary>The share of requests, in (0, 1), that a percentile such as <c>p99.9</c> covers; null when no tier has it.</summary>
    public static double? Of(string? name) => TierPolicy.All.FirstOrDefault(p => p.LatencyPercentileName == name)?.LatencyPercentile;
}
