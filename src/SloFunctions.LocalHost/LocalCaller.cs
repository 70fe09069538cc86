using System.Net;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.LocalHost;

/// <summary>Who may use the host's own endpoints: callers on this machine, in place of the real host's keys.</summary>
internal static class LocalCaller
{
    /// <summary>Whether the request comes from this machine, and from no web page.</summary>
    // A browser on this machine is a local caller too, whichever page told it to call; but then it names that page.
    public static bool Sent(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller) && http.Request.Headers.Origin.Count == 0;
}
