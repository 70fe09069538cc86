namespace SloFunctions.Application.Reports;

/// <summary>The availability targets of a stored recommendation.</summary>
/// <param name="RecommendationId">The id of the set.</param>
/// <param name="GeneratedAt">When it was computed.</param>
/// <param name="Conservative">The conservative tier.</param>
/// <param name="Balanced">The balanced tier.</param>
/// <param name="Aggressive">The aggressive tier.</param>
public sealed record ShadowRecommendation(
    Guid RecommendationId, DateTimeOffset GeneratedAt, ShadowTier Conservative, ShadowTier Balanced, ShadowTier Aggressive);
