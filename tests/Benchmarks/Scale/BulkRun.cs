using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SloFunctions.Benchmarks.Scale;

/// <summary>Bulk runs over HTTP.</summary>
public static class BulkRun
{
    private static readonly Uri Address = new("api/v1/slo-recommendations/bulk", UriKind.Relative);

    /// <summary>Starts a run and waits for its end.</summary>
    /// <param name="http">A client of the app.</param>
    /// <param name="services">The services; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Seconds from the request to the end.</returns>
    /// <exception cref="InvalidOperationException">The run did not compute all of them.</exception>
    public static async Task<double> TimeAsync(HttpClient http, IReadOnlyList<string>? services, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        var run = await StartAsync(http, services, cancellation);
        while (!await HasCompletedAsync(http, run, cancellation)) await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Starts a run.</summary>
    /// <returns>Its address.</returns>
    public static async Task<Uri> StartAsync(HttpClient http, IReadOnlyList<string>? services, CancellationToken cancellation)
    {
        object body = services is null ? new { scope = "all" } : new { scope = "services", service_ids = services };
        using var accepted = await http.PostAsJsonAsync(Address, body, cancellation);
        accepted.EnsureSuccessStatusCode();
        return accepted.Headers.Location ?? throw new InvalidOperationException("The run has no address.");
    }

    /// <summary>Whether a run has come to its end.</summary>
    /// <exception cref="InvalidOperationException">It has, but did not compute all services.</exception>
    public static async Task<bool> HasCompletedAsync(HttpClient http, Uri run, CancellationToken cancellation)
    {
        var document = await http.GetFromJsonAsync<JsonElement>(run, cancellation);
        string state = document.GetProperty("state").GetString()!;
        if (state is not ("completed" or "accepted" or "running")) throw new InvalidOperationException($"The run is {state}: {document}");
        return state == "completed";
    }
}
