using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Application.RateLimits;

/// <summary>What the limiting of requests measures of itself. Safe for use by several threads.</summary>
public sealed class RateLimitInstruments : IDisposable
{
    /// <summary>Requests that were counted within this process alone, because the shared count was out of reach.</summary>
    public const string Fallbacks = "slo_engine_rate_limit_fallbacks_total";

    private readonly Meter meter;
    private readonly Counter<long> fallbacks;

    /// <summary>Creates the instruments.</summary>
    public RateLimitInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        fallbacks = meter.CreateCounter<long>(Fallbacks, "{request}", "Requests counted within this process alone, because the shared count was out of reach.");
    }

    /// <summary>Notes a request that was counted within this process alone.</summary>
    public void CountFallback() => fallbacks.Add(1);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
