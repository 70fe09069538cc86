using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EndToEnd.Tests.App;
using Xunit.Abstractions;

namespace EndToEnd.Tests.Contract;

public sealed class RawRequestTests(ContractApp app, ITestOutputHelper output) : IClassFixture<ContractApp>
{
    private const int Seed = 20260221;
    private const int Requests = 10_000;

    // Of a request that is not complete the server waits for the rest. Whoever is not answered by then is taken for one.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    // A server says so itself of a version of HTTP that it does not speak.
    private const string UnknownVersion = "505";

    [OwnHostFact]
    public async Task Ten_thousand_spoiled_requests_never_fail_the_app()
    {
        var generator = new RequestGenerator(app.Contract, new SchemaCheck(app.Contract.Resolve), app.Known);
        var operations = app.Contract.Operations;
        var statuses = new ConcurrentDictionary<string, int>();
        var faults = new ConcurrentQueue<string>();

        await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (i, _) =>
        {
            byte[] request = RawRequests.Of(generator.Of(operations[i % operations.Count], Seed + i), app.Api.Key, Seed + i);
            string status = await SendAsync(request);
            statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (status.StartsWith('5') && status != UnknownVersion && faults.Count < 20) faults.Enqueue($"{status} for request {i}: {Encoding.Latin1.GetString(request)}");
        });

        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key, StringComparer.Ordinal)));
        faults.ShouldBeEmpty($"seed {Seed}");
        // Neither all turned away at the door, nor all harmless.
        statuses.Where(s => s.Key.StartsWith('2')).Sum(s => s.Value).ShouldBeInRange(500, 8_000);
        statuses["400"].ShouldBeGreaterThan(1_000);
        (await app.Api.GetAsync("/api/v1/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    // The status, or "closed" where the server ends the connection without one, "unfinished" where it waits for more.
    private async Task<string> SendAsync(byte[] request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(app.Api.BaseUrl.Host, app.Api.BaseUrl.Port, limit.Token);
        await using var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, limit.Token);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var line = reader.ReadLineAsync(limit.Token).AsTask();
            return await Task.WhenAny(line, Task.Delay(Patience, limit.Token)) == line ? (await line)?.Split(' ').ElementAtOrDefault(1) ?? "closed" : "unfinished";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return "closed";
        }
    }
}
