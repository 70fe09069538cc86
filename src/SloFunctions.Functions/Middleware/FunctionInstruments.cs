using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;

namespace SloFunctions.Functions.Middleware;

/// <summary>What is measured of functions that no request calls: timers, events and activities. Safe for use by several threads.</summary>
public sealed class FunctionInstruments : IDisposable
{
    /// <summary>Invocations that have ended, by function and outcome.</summary>
    public const string Invocations = "slo_engine_function_invocations_total";

    /// <summary>How long invocations took, in seconds, by function.</summary>
    public const string Duration = "slo_engine_function_duration_seconds";

    // Timers take milliseconds; an activity may take the ten minutes that host.json gives it.
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 600] };

    private readonly Meter meter;
    private readonly Counter<long> invocations;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments.</summary>
    public FunctionInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        invocations = meter.CreateCounter<long>(Invocations, "{invocation}", "Invocations of functions that no request calls.");
        duration = meter.CreateHistogram(Duration, "s", "How long functions took that no request calls.", tags: null, Buckets);
    }

    /// <summary>Notes an invocation.</summary>
    public void Record(string function, bool failed, TimeSpan elapsed)
    {
        var byFunction = new KeyValuePair<string, object?>("function", function);
        // The other outcome counts nothing, so that its first time is seen as a step.
        invocations.Add(failed ? 0 : 1, byFunction, new("outcome", "ok"));
        invocations.Add(failed ? 1 : 0, byFunction, new("outcome", "failed"));
        duration.Record(elapsed.TotalSeconds, byFunction);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
