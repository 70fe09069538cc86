namespace SloFunctions.Application.Recommendations;

/// <summary>How much one explanation tells.</summary>
internal static class RecommendationLimits
{
    /// <summary>Services with their contributions, external services, groups of alternatives, and cycles.</summary>
    public const int Described = 20;

    /// <summary>Services and dependencies that are only named.</summary>
    public const int Named = 50;
}
