namespace SloFunctions.Application.Access;

/// <summary>Asks for a new key.</summary>
/// <param name="Name">What it is for; 1 to 255 characters, required.</param>
/// <param name="Role"><c>viewer</c>, <c>service_owner</c> or <c>sre_admin</c>; required.</param>
/// <param name="Team">The team whose services are its own; required for <c>service_owner</c>.</param>
/// <param name="ExpiresInDays">Days until it is refused, 1 to 3,650; never when missing.</param>
/// <param name="RateLimits">Requests a minute by operation, 1 to 10,000,000 each, <c>*</c> standing for all others.</param>
public sealed record ApiKeyBody(string? Name, string? Role, string? Team, int? ExpiresInDays, IReadOnlyDictionary<string, int>? RateLimits);
