using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Access;

namespace SloFunctions.Functions.Access;

/// <summary>Where a request comes from, by the last proxy that is trusted.</summary>
internal sealed class ClientAddress(AccessPolicy policy)
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const int LongestAddress = 64;

    /// <summary>The address; of a request whose proxies say nothing, that of the nearest one.</summary>
    public string Of(HttpContext http)
    {
        string peer = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        if (policy.TrustedProxies == 0) return peer;

        // What stands further left was written by the client itself.
        string[] hops = http.Request.Headers[ForwardedFor].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops.Length >= policy.TrustedProxies && hops[^policy.TrustedProxies] is { Length: <= LongestAddress } hop ? WithoutPort(hop) : peer;
    }

    private static string WithoutPort(string hop) => hop.Count(c => c == ':') == 1 ? hop[..hop.IndexOf(':', StringComparison.Ordinal)] : hop;
}
