namespace SloFunctions.Domain.Lifecycle;

/// <summary>Where the targets of an SLO in force come from.</summary>
public enum SloSource
{
    /// <summary>A recommendation as it was.</summary>
    RecommendationAccepted,

    /// <summary>A recommendation that somebody changed.</summary>
    RecommendationModified,

    /// <summary>Somebody's own judgement.</summary>
    Manual,
}
