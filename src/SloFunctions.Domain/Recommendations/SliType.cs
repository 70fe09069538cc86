namespace SloFunctions.Domain.Recommendations;

/// <summary>What an SLO measures.</summary>
public enum SliType
{
    /// <summary>The share of requests that do not fail.</summary>
    Availability,

    /// <summary>The time within which a share of the requests is answered.</summary>
    Latency,
}
