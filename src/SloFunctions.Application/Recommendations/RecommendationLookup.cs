namespace SloFunctions.Application.Recommendations;

/// <summary>What is stored for a query.</summary>
/// <param name="IsRegistered">Whether the service is known.</param>
/// <param name="Stored">Its latest set; null when none is stored.</param>
public sealed record RecommendationLookup(bool IsRegistered, StoredRecommendations? Stored);
