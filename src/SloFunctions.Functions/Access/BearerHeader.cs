using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.Functions.Access;

/// <summary>Takes bearer tokens (RFC 6750 §2.1) from requests.</summary>
internal static class BearerHeader
{
    private const string Prefix = "Bearer ";
    private const int MostCharacters = 16 << 10;

    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The token.</summary>
    /// <param name="request">Where it may be.</param>
    /// <param name="isPresent">Whether there is something that calls itself a bearer token.</param>
    /// <returns>Null when there is none, or something that cannot be one.</returns>
    public static string? Read(HttpRequest request, out bool isPresent)
    {
        var headers = request.Headers.Authorization;
        isPresent = headers.Any(h => h?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true);
        // With two of them, what we look at and what others look at could differ.
        if (!isPresent || headers.Count != 1) return null;
        string token = headers[0]![Prefix.Length..];
        return token.Length is > 0 and <= MostCharacters && !token.AsSpan().ContainsAnyExcept(TokenCharacters) ? token : null;
    }
}
