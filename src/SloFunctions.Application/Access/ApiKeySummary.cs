namespace SloFunctions.Application.Access;

/// <summary>A stored key, without what could be used in its place.</summary>
/// <param name="KeyId">Its id.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">Its public part, the 12 characters after <c>slo_</c>.</param>
/// <param name="Role">The role of its holder: <c>viewer</c>, <c>service_owner</c> or <c>sre_admin</c>.</param>
/// <param name="Team">The team whose services are its own; null for none.</param>
/// <param name="RateLimits">Requests a minute by operation in place of the usual limits.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
/// <param name="RevokedAt">Since when it is refused; null while it is not.</param>
/// <param name="LastUsedAt">When it was last checked, to the minute; null before its first use.</param>
public sealed record ApiKeySummary(
    Guid KeyId,
    string Name,
    string Prefix,
    string Role,
    string? Team,
    IReadOnlyDictionary<string, int> RateLimits,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);
