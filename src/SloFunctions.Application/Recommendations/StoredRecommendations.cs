using SloFunctions.Application.Publishing;

namespace SloFunctions.Application.Recommendations;

/// <summary>A stored set of recommendations.</summary>
/// <param name="Id">The id of the set.</param>
/// <param name="Answer">The published document, not stale, with all its recommendations.</param>
/// <param name="GeneratedAt">When it was computed.</param>
/// <param name="ExpiresAt">Until when it may be served without computing anew; in the past for one that something has made outdated.</param>
/// <param name="Version">What <see cref="ICacheVersion"/> said when this was true; it is true as long as that does not change.</param>
public sealed record StoredRecommendations(Guid Id, PublishedAnswer Answer, DateTimeOffset GeneratedAt, DateTimeOffset ExpiresAt, long Version);
