namespace SloFunctions.Application.Access;

/// <summary>What the holder of a key may do.</summary>
/// <param name="Name">What the key is for, 1 to 255 characters.</param>
/// <param name="Role">Its role.</param>
/// <param name="Team">The team whose services are its own; null for none. An owner has one.</param>
/// <param name="RateLimits">Requests a minute by operation in place of the usual limits, <c>*</c> standing for all others.</param>
public sealed record ApiKeyGrant(string Name, Role Role, string? Team, IReadOnlyDictionary<string, int> RateLimits);
