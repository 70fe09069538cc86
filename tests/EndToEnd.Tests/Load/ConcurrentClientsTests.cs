using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Recommendations;

namespace EndToEnd.Tests.Load;

[Collection(PlainAppTests.Name)]
public sealed class ConcurrentClientsTests(PlainApp app)
{
    private const int Clients = 200;
    private const string Service = "load-shop";
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    // The acceptance criterion of the specification; benchmarks say how far below it we are.
    private const double MostMilliseconds = 500;

    [OwnHostFact]
    public async Task Two_hundred_clients_are_served_for_a_minute_without_an_error_and_without_growing()
    {
        await app.Api.IngestAsync($$$"""{"source":"manual","nodes":[{"service_id":"{{{Service}}}","metadata":{}}]}""");
        await KnownHistory.ObserveAsync(app, Service, 0.9995);
        var first = await app.Api.GetAsync(Api.Recommendations(Service));
        first.ShouldBe(HttpStatusCode.OK);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = app.Api.BaseUrl, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Add(Api.KeyHeader, app.Api.Key);
        await AskAsync(http, TimeSpan.FromSeconds(10));
        long before = app.Memory;

        var (times, statuses) = await AskAsync(http, Duration);

        statuses.Keys.ShouldBe([HttpStatusCode.OK]);
        times.Length.ShouldBeGreaterThan(Clients);
        times[(int)(times.Length * 0.95)].ShouldBeLessThan(MostMilliseconds);
        long after = app.Memory;
        after.ShouldBeLessThan(Math.Max(before * 5 / 4, before + (64 << 20)), $"{before} bytes before, {after} after {times.Length} requests");
        (await app.Api.GetAsync(Api.Recommendations(Service))).Text.ShouldBe(first.Text);
    }

    private static async Task<(double[] Times, ConcurrentDictionary<HttpStatusCode, int> Statuses)> AskAsync(HttpClient http, TimeSpan duration)
    {
        var times = new ConcurrentBag<List<double>>();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            var own = new List<double>();
            times.Add(own);
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                long sent = Stopwatch.GetTimestamp();
                using var response = await http.GetAsync(Api.Recommendations(Service), HttpCompletionOption.ResponseHeadersRead);
                await response.Content.CopyToAsync(Stream.Null);
                own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, n) => n + 1);
            }
        }));
        return ([.. times.SelectMany(t => t).Order()], statuses);
    }
}
