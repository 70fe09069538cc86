namespace SloFunctions.Application.Lifecycle;

/// <summary>How a request is known again when it is sent once more.</summary>
/// <param name="ClientId">Who sends it.</param>
/// <param name="Key">The mark that the sender gave it, 1 to 255 characters.</param>
/// <param name="RequestHash">The SHA-256 of what it asks.</param>
public sealed record IdempotencyKey(string ClientId, string Key, byte[] RequestHash);
