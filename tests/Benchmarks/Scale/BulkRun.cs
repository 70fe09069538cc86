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
        object body = services is null ? new { scope = "all" } : new { scope = "services", service_ids = services };
        using var accepted = await http.PostAsJsonAsync(Address, body, cancellation);
        accepted.EnsureSuccessStatusCode();
        var run = accepted.Headers.Location ?? throw new InvalidOperationException("The run has no address.");
        while (true)
        {
            var document = await http.GetFromJsonAsync<JsonElement>(run, cancellation);
            string state = document.GetProperty("state").GetString()!;
            if (state == "completed") return Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (state is not ("accepted" or "running")) throw new InvalidOperationException($"The run is {state}: {document}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }
    }
}
