using System.Collections.Concurrent;
using System.Diagnostics;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>Asks one address from several connections, each as soon as its last answer is complete.</summary>
public sealed class LoadClient(Uri address, int connections, string? key = null) : IDisposable
{
    private readonly HttpClient http = Client(connections, key);

    /// <summary>Asks for a while.</summary>
    public async Task<Load> RunAsync(TimeSpan duration, CancellationToken cancellation)
    {
        var times = new ConcurrentBag<List<double>>();
        int errors = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var own = new List<double>();
            times.Add(own);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                long sent = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
                await response.Content.CopyToAsync(Stream.Null, cancellation);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                if (!response.IsSuccessStatusCode) Interlocked.Increment(ref errors);
            }
        }));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] all = [.. times.SelectMany(t => t).Order()];
        return new Load(all.Length / seconds, At(all, 0.5), At(all, 0.95), At(all, 0.99), errors);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private static HttpClient Client(int connections, string? key)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { Timeout = TimeSpan.FromSeconds(30) };
        if (key is not null) client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    private static double At(double[] sorted, double share) => sorted[(int)(sorted.Length * share)];
}
