using Microsoft.AspNetCore.Http;

namespace SloFunctions.Functions.Access;

/// <summary>How a request came to the first of the trusted machines.</summary>
internal static class RequestScheme
{
    private const string ForwardedProto = "X-Forwarded-Proto";

    /// <summary>Whether it came over HTTPS, to us or to the trusted proxy in front of us.</summary>
    /// <param name="request">The request.</param>
    /// <param name="trustedProxies">How many proxies are trusted; where there are none, what the header says is the client's own claim.</param>
    public static bool IsHttps(HttpRequest request, int trustedProxies)
    {
        if (request.IsHttps) return true;
        if (trustedProxies == 0) return false;
        string[] hops = request.Headers[ForwardedProto].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops.Length > 0 && hops[Math.Max(0, hops.Length - trustedProxies)].Equals("https", StringComparison.OrdinalIgnoreCase);
    }
}
