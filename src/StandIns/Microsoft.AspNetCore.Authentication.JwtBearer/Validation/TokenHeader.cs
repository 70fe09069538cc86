using System.Text.Json;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Validation;

/// <summary>What a token's header says of its signature. Keys and addresses of keys in it are never looked at.</summary>
/// <param name="Algorithm">One of the algorithms that are taken.</param>
/// <param name="KeyId">Which key; null when it does not say.</param>
internal readonly record struct TokenHeader(string Algorithm, string? KeyId)
{
    private const int MostKeyIdCharacters = 512;

    private static readonly string[] Known = ["RS256", "PS256", "ES256"];
    private static readonly string[] Types = ["JWT", "at+jwt", "application/at+jwt"];

    /// <summary>Reads a header.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static string? Read(JsonElement header, IEnumerable<string>? taken, out TokenHeader read)
    {
        read = default;
        if (StrictJson.Text(header, "alg") is not { } algorithm || !Known.Contains(algorithm) || taken?.Contains(algorithm) == false)
            return "The token's algorithm is not taken.";
        if (header.TryGetProperty("crit", out _)) return "The token's header asks for what is not known.";
        if (header.TryGetProperty("typ", out _) && !Types.Contains(StrictJson.Text(header, "typ"), StringComparer.OrdinalIgnoreCase))
            return "The token is of another type.";
        string? keyId = StrictJson.Text(header, "kid");
        if (header.TryGetProperty("kid", out _) && keyId is not { Length: > 0 and <= MostKeyIdCharacters }) return "The token's key has no proper name.";
        read = new TokenHeader(algorithm, keyId);
        return null;
    }
}
