using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SloFunctions.Functions.Middleware;

/// <summary>One request from its arrival to the last byte of its answer.</summary>
internal sealed class ObservedRequest(HttpContext http, string function, Activity? span, RequestInstruments instruments, TimeProvider clock)
{
    // What proxies write for a caller who did not wait.
    private const int ClientClosedRequest = 499;

    private static readonly ConcurrentDictionary<string, string> Endpoints = new(StringComparer.Ordinal);

    private readonly long start = clock.GetTimestamp();

    /// <summary>Measures the request, and ends its span.</summary>
    public void End()
    {
        int status = http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted ? ClientClosedRequest : http.Response.StatusCode;
        string endpoint = EndpointOf(http, function);
        instruments.Record(http.Request.Method, endpoint, status, clock.GetElapsedTime(start));
        if (span is null) return;
        span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", endpoint).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
        // Ending a span makes its parent the current one, here where neither is.
        var current = Activity.Current;
        span.Stop();
        Activity.Current = current;
    }

    private static string EndpointOf(HttpContext http, string function)
    {
        if (Endpoints.TryGetValue(function, out string? known)) return known;
        return http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } template }
            ? Endpoints.GetOrAdd(function, "/" + template.TrimStart('/'))
            : function;
    }
}
