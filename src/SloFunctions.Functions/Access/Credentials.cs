using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Access;
using SloFunctions.Domain.Results;

namespace SloFunctions.Functions.Access;

/// <summary>Finds the one credential of a request and has it checked.</summary>
internal sealed class Credentials(VerifyApiKey keys, UserTokens tokens, ClientAddress address)
{
    /// <summary>The header of API keys.</summary>
    public const string KeyHeader = "X-API-Key";

    private const string Bearer = "Bearer ";

    private static readonly Error None = Error.Unauthenticated($"Send an API key in the header {KeyHeader}, or a bearer token in the header Authorization.");
    private static readonly Error Several = Error.Unauthenticated($"Send either one {KeyHeader} or one Authorization header.");
    private static readonly Error WrongToken = Error.Unauthenticated("The bearer token is not valid.");

    /// <summary>Tells who asks.</summary>
    /// <returns>The caller, or why it is none.</returns>
    public async ValueTask<Result<Caller>> CheckAsync(HttpContext http, CancellationToken cancellation)
    {
        var (key, authorization) = (http.Request.Headers[KeyHeader], http.Request.Headers.Authorization);
        if (key.Count + authorization.Count == 0) return None;
        if (key.Count + authorization.Count > 1) return Several;
        if (key.Count == 1) return await keys.HandleAsync(key.ToString(), address.Of(http), cancellation);

        string text = authorization.ToString();
        if (!text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return None;

        // Scrapers such as Prometheus can send a bearer token from a file, but no header of our own.
        if (text.AsSpan(Bearer.Length).StartsWith(ApiKeyText.Scheme)) return await keys.HandleAsync(text[Bearer.Length..], address.Of(http), cancellation);
        return await tokens.AuthenticateAsync(http) is { } caller ? caller : WrongToken;
    }
}
