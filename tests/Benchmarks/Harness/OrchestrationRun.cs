using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Times what a timer starts, from firing it to the end of its orchestration, as whoever fires it by hand sees it.</summary>
internal static class OrchestrationRun
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Fires and waits.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">It did not come to a good end.</exception>
    public static async Task<double> TimeAsync(HttpClient http, string timer, string instanceId, CancellationToken cancellation)
    {
        var address = new Uri($"runtime/webhooks/durabletask/instances/{instanceId}", UriKind.Relative);
        // Moments are told in whole seconds: in the next one, the run can be told from the last.
        var before = (await ReadAsync(http, address, cancellation)).CreatedAt;
        if (before is { } last && last.AddSeconds(1) - TimeProvider.System.GetUtcNow() is var left && left > TimeSpan.Zero) await Task.Delay(left, cancellation);
        long start = Stopwatch.GetTimestamp();
        using (var fired = await http.PostAsync(new Uri($"admin/functions/{timer}", UriKind.Relative), new StringContent("{}"), cancellation)) fired.EnsureSuccessStatusCode();
        while (true)
        {
            var (status, createdAt, text) = await ReadAsync(http, address, cancellation);
            if (status == HttpStatusCode.OK && createdAt != before)
            {
                if (!text.Contains("\"Completed\"", StringComparison.Ordinal)) throw new InvalidOperationException($"{timer} failed: {text}");
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            await Task.Delay(Poll, cancellation);
        }
    }

    private static async Task<(HttpStatusCode Status, DateTimeOffset? CreatedAt, string Text)> ReadAsync(HttpClient http, Uri address, CancellationToken cancellation)
    {
        using var response = await http.GetAsync(address, cancellation);
        string text = await response.Content.ReadAsStringAsync(cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return (response.StatusCode, null, text);
        response.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(text);
        return (response.StatusCode, json.RootElement.GetProperty("createdTime").GetDateTimeOffset(), text);
    }
}
