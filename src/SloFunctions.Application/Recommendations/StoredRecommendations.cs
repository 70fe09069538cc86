namespace SloFunctions.Application.Recommendations;

/// <summary>A stored set of recommendations.</summary>
/// <param name="Json">The published document, not stale, with all its recommendations.</param>
/// <param name="ExpiresAt">Until when it may be served without computing anew.</param>
public sealed record StoredRecommendations(string Json, DateTimeOffset ExpiresAt);
