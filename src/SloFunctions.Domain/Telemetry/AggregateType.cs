namespace SloFunctions.Domain.Telemetry;

/// <summary>What is computed over every window.</summary>
public enum AggregateType
{
    /// <summary>Good ÷ total requests, a ratio.</summary>
    Availability,

    /// <summary>Bad ÷ total requests, a ratio.</summary>
    ErrorRate,

    /// <summary>Requests a second.</summary>
    RequestRate,

    /// <summary>The median duration in milliseconds.</summary>
    LatencyP50,

    /// <summary>The 95th percentile of the duration in milliseconds.</summary>
    LatencyP95,

    /// <summary>The 99th percentile of the duration in milliseconds.</summary>
    LatencyP99,
}
