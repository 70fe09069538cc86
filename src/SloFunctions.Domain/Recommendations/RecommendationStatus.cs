namespace SloFunctions.Domain.Recommendations;

/// <summary>What became of a recommendation.</summary>
public enum RecommendationStatus
{
    /// <summary>It can be decided on until it expires.</summary>
    Active,

    /// <summary>A newer one stands in its place.</summary>
    Superseded,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Its targets, as they were or changed, were put into force.</summary>
    Accepted,

    /// <summary>Somebody refused it.</summary>
    Rejected,
}
