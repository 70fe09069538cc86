namespace SloFunctions.Application.Access;

/// <summary>A new key with its secret, which is shown this once.</summary>
/// <param name="ApiKey">The whole key, for the header <c>X-API-Key</c>.</param>
/// <param name="Key">What is stored of it.</param>
/// <param name="Replaces">The key that it takes the place of; null for none.</param>
public sealed record IssuedApiKey(string ApiKey, ApiKeySummary Key, ApiKeySummary? Replaces);
