namespace SloFunctions.Domain.Stationarity;

/// <summary>What changed within a history.</summary>
public enum ChangedQuantity
{
    /// <summary>The latency of most requests, around the median.</summary>
    TypicalLatency,

    /// <summary>The latency of the slowest tenth.</summary>
    TailLatency,

    /// <summary>The share of failed requests outside incidents.</summary>
    BackgroundErrors,

    /// <summary>The number of requests.</summary>
    Traffic,
}
