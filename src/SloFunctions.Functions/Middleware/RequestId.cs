using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.Functions.Middleware;

/// <summary>The id that callers and we know a request by.</summary>
internal static class RequestId
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Request-Id";

    private const int Longest = 128;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>The id that the caller gave; null when there is none, or one that could be anything but an id.</summary>
    public static string? Given(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var values) && values is [{ Length: > 0 and <= Longest } id] && !id.AsSpan().ContainsAnyExcept(Allowed)
            ? id
            : null;
}
