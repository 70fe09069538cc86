using System.Diagnostics.Metrics;
using SloFunctions.Application.RateLimits;
using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

/// <summary>A limiter as an instance of the app has it, with a way of its own to the table.</summary>
internal sealed class LimiterSetup : IDisposable
{
    private readonly RateLimitInstruments instruments = new();
    private readonly MeterListener listener = new();
    private long fallbacks;

    public LimiterSetup(FakeClock clock, string? connectionString, string table, RateLimitOptions? options = null)
    {
        Limiter = new LeasedRateLimiter(
            new RateLimitTable(connectionString is null ? null : Wire.Table(connectionString, table)), options ?? new RateLimitOptions(), instruments, clock, Log);
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, instruments) && instrument is { Name: RateLimitInstruments.Fallbacks, Meter.Name: "SloFunctions" })
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref fallbacks, value));
        listener.Start();
    }

    public CountedWire Wire { get; } = new();

    public LogLines<LeasedRateLimiter> Log { get; } = new();

    public LeasedRateLimiter Limiter { get; }

    /// <summary>What the metric counted.</summary>
    public long Fallbacks => Interlocked.Read(ref fallbacks);

    public Task<RateDecision> TakeAsync(int perMinute, string client = "key:1", string operation = "GetSlos") =>
        Limiter.TakeAsync(client, operation, perMinute, CancellationToken.None).AsTask();

    /// <summary>How many of some requests, made by several threads at once, are allowed.</summary>
    public async Task<int> CountAllowedAsync(int perMinute, int requests, int threads)
    {
        int allowed = 0;
        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(async () =>
        {
            for (int i = thread; i < requests; i += threads)
                if ((await TakeAsync(perMinute)).IsAllowed) Interlocked.Increment(ref allowed);
        })));
        return allowed;
    }

    public void Dispose()
    {
        listener.Dispose();
        instruments.Dispose();
        Wire.Dispose();
    }
}
