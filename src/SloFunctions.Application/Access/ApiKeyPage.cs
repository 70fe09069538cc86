namespace SloFunctions.Application.Access;

/// <summary>A page of keys.</summary>
/// <param name="ApiKeys">The keys, oldest first.</param>
/// <param name="NextCursor">What to ask for next; null on the last page.</param>
public sealed record ApiKeyPage(IReadOnlyList<ApiKeySummary> ApiKeys, string? NextCursor);
