using System.Collections.Concurrent;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Health;

/// <summary>
/// Tells whether requests can be served. Whoever asks while servers are being asked shares their answer: nobody has to prove who
/// they are for this, and a flood of questions must not become one for the servers. Safe for use by several threads.
/// </summary>
public sealed class CheckReadiness(IEnumerable<IDependencyProbe> probes, ISliStore telemetry, TelemetryInstruments instruments, TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly IDependencyProbe[] configured = [.. probes.Where(p => p.IsConfigured)];
    private readonly ConcurrentDictionary<string, DependencyHealth> seen = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private Task<Readiness>? running;

    /// <summary>Asks every server at once.</summary>
    public Task<Readiness> HandleAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (running is not { IsCompleted: false }) running = ShareAsync();
            return running.WaitAsync(cancellation);
        }
    }

    // Not ended by whoever asked first: others wait for it too.
    private async Task<Readiness> ShareAsync()
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        return await CheckAsync(limit.Token);
    }

    private async Task<Readiness> CheckAsync(CancellationToken cancellation)
    {
        DependencyHealth[] health = [.. (await Task.WhenAll(configured.Select(p => p.CheckAsync(cancellation)))).Select(Remember)];
        var down = health.Where(h => h.Status != "up").ToArray();
        string status = down.Any(h => h.Required) ? "unavailable" : down.Length > 0 ? "degraded" : "ready";
        return new Readiness(status, health, status == "unavailable" ? null : await ThroughAsync(cancellation));
    }

    private DependencyHealth Remember(DependencyHealth now) => seen.AddOrUpdate(
        now.Name,
        _ => now with { Since = clock.GetUtcNow(), LastError = now.Detail },
        (_, before) => now with
        {
            Since = before.Status == now.Status ? before.Since : clock.GetUtcNow(),
            LastError = now.Detail ?? before.LastError,
        });

    private async Task<DateTimeOffset?> ThroughAsync(CancellationToken cancellation)
    {
        try
        {
            var through = (await telemetry.ReadStateAsync(cancellation)).Through;
            // So that instances know it which never run the aggregation themselves.
            if (through is { } end) instruments.Observe(end);
            return through;
        }
        catch (Exception e) when (e is DependencyUnavailableException or OperationCanceledException)
        {
            return null;
        }
    }
}
