namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>A public key of the provider. Safe to use from several threads.</summary>
/// <param name="Id">Its <c>kid</c>; null when it has none.</param>
/// <param name="Algorithms">What it may verify: <c>RS256</c>, <c>PS256</c>, <c>ES256</c>.</param>
/// <param name="Verify">Whether a signature of some bytes is right under an algorithm of its own.</param>
internal sealed record VerificationKey(string? Id, IReadOnlyList<string> Algorithms, Func<string, byte[], byte[], bool> Verify);
