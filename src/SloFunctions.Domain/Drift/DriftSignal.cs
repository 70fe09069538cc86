namespace SloFunctions.Domain.Drift;

/// <summary>What a series measures.</summary>
public enum DriftSignal
{
    /// <summary>The 99th percentile of latency, in one unit throughout.</summary>
    Latency,

    /// <summary>The share of failed requests, in [0, 1].</summary>
    ErrorRatio,
}
