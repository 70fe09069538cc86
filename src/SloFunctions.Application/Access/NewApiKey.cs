namespace SloFunctions.Application.Access;

/// <summary>A key about to be stored; its secret is not part of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Prefix">Its public part.</param>
/// <param name="Digest">The SHA-256 of the whole key in hexadecimal.</param>
/// <param name="Grant">What its holder may do.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">From when on it is refused; null for never.</param>
public sealed record NewApiKey(
    Guid Id, string Prefix, string Digest, ApiKeyGrant Grant, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);
