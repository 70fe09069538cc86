using System.Collections.Concurrent;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.Health;

/// <summary>Tells whether requests can be served.</summary>
public sealed class CheckReadiness(IEnumerable<IDependencyProbe> probes, ISliStore telemetry, TelemetryInstruments instruments, TimeProvider clock)
{
    private readonly IDependencyProbe[] configured = [.. probes.Where(p => p.IsConfigured)];
    private readonly ConcurrentDictionary<string, DependencyHealth> seen = new(StringComparer.Ordinal);

    /// <summary>Asks every server at once.</summary>
    public async Task<Readiness> HandleAsync(CancellationToken cancellation)
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
        catch (DependencyUnavailableException)
        {
            return null;
        }
    }
}
