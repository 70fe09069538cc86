using System.Diagnostics;
using System.Threading.RateLimiting;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.RateLimits;
using SloFunctions.Benchmarks.Harness;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Benchmarks;

/// <summary>Counting requests of one client against a limit that is shared through a table, beside .NET's bucket within one process.</summary>
public sealed class RateLimitBenchmark : IBenchmark
{
    private const int Rounds = 7;
    private const int Takes = 2_000_000;
    private const int Threads = 2;
    private const int Highest = 1_000_000_000;
    private const int PerSecond = 60_000;

    /// <inheritdoc/>
    public string Name => "rate-limit";

    /// <inheritdoc/>
    public string Description => "requests of one client counted in a shared table, beside .NET's TokenBucketRateLimiter in one process";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Comparison>> RunAsync(CancellationToken cancellation)
    {
        await using var server = await AzuriteServer.StartAsync(cancellation);
        using var wire = new CountingHandler();
        var options = new TableClientOptions { Transport = new HttpClientTransport(wire) };
        using var instruments = new RateLimitInstruments();
        var table = new RateLimitTable(new TableServiceClient(server.ConnectionString, options).GetTableClient("ratelimits"));
        var limiter = new LeasedRateLimiter(table, new RateLimitOptions(), instruments, TimeProvider.System, NullLogger<LeasedRateLimiter>.Instance);
        await using var bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Highest,
            TokensPerPeriod = Highest,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        });

        List<double> ours = [], theirs = [], ourThreads = [], theirThreads = [], bytes = [], trips = [];
        for (int round = -1; round < Rounds; round++)
        {
            int before = wire.Requests;
            long allocated = GC.GetTotalAllocatedBytes();
            double our = await TimeAsync(limiter);
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            double their = Time(bucket);
            double ourMany = await OnThreadsAsync(() => TimeAsync(limiter));
            double theirMany = await OnThreadsAsync(() => Task.FromResult(Time(bucket)));
            if (round < 0) continue;
            ours.Add(our);
            theirs.Add(their);
            ourThreads.Add(ourMany);
            theirThreads.Add(theirMany);
            bytes.Add((double)allocated / Takes);
            trips.Add((wire.Requests - before) * 1000.0 / (Takes * (1 + Threads)));
        }

        int paced = wire.Requests;
        var (taken, refused) = await PaceAsync(limiter, cancellation);
        return
        [
            new("one thread", new("shared", "ns", ours), new(".NET's bucket", "ns", theirs)),
            new($"{Threads} threads, each", new("shared", "ns", ourThreads), new(".NET's bucket", "ns", theirThreads)),
            new("memory", new("a take", "bytes", bytes), null),
            new("round trips", new("1,000 takes", "requests", trips), null),
            new($"round trips at {PerSecond} a second", new("1,000 takes", "requests", [(wire.Requests - paced) * 1000.0 / taken]), null),
            new($"refused at {PerSecond} a second", new($"of {taken}", "takes", [refused]), null),
        ];
    }

    private static async Task<double> TimeAsync(LeasedRateLimiter limiter)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Takes; i++) await limiter.TakeAsync("key:1", "GetSlos", Highest, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Takes;
    }

    private static double Time(TokenBucketRateLimiter bucket)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Takes; i++) bucket.AttemptAcquire().Dispose();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Takes;
    }

    private static async Task<double> OnThreadsAsync(Func<Task<double>> time) =>
        (await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(time)))).Average();

    // A limit of a little more than what is asked for, from a client not seen before.
    private static async Task<(int Taken, int Refused)> PaceAsync(LeasedRateLimiter limiter, CancellationToken cancellation)
    {
        var (taken, refused) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) is var elapsed && elapsed < TimeSpan.FromSeconds(10))
        {
            for (int due = (int)(elapsed.TotalSeconds * PerSecond); taken < due; taken++)
                if (!(await limiter.TakeAsync("key:2", "GetSlos", PerSecond * 66, cancellation)).IsAllowed) refused++;
            await Task.Delay(1, cancellation);
        }

        return (taken, refused);
    }

    private sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int requests;

        public int Requests => Volatile.Read(ref requests);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref requests);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
