using System.Diagnostics.Metrics;

namespace SloFunctions.Application.Telemetry;

/// <summary>What the aggregation measures of itself. Safe for use by several threads.</summary>
public sealed class TelemetryInstruments : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "SloFunctions";

    /// <summary>Seconds since the end of the last hour of telemetry that is stored, as far as this process has seen.</summary>
    public const string Freshness = "slo_engine_telemetry_freshness_seconds";

    /// <summary>How long runs of the aggregation took, in seconds.</summary>
    public const string Duration = "slo_engine_batch_aggregation_duration_seconds";

    // Runs take from seconds to the half hour that is the alarm's threshold.
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [1, 5, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600] };

    private readonly Meter meter;
    private readonly Histogram<double> duration;
    private readonly TimeProvider clock;
    private long throughTicks;

    /// <summary>Creates the instruments.</summary>
    public TelemetryInstruments(TimeProvider clock)
    {
        this.clock = clock;
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(MeterName) { Scope = this });
        duration = meter.CreateHistogram(Duration, "s", "How long one run of the hourly aggregation took.", tags: null, Buckets);
        meter.CreateObservableGauge(Freshness, Measure, "s", "Time since the end of the last hour of telemetry that is stored.");
    }

    /// <summary>Notes how far the stored telemetry reaches.</summary>
    public void Observe(DateTimeOffset through) => Volatile.Write(ref throughTicks, through.UtcTicks);

    /// <summary>Notes a run.</summary>
    public void RecordRun(TimeSpan elapsed) => duration.Record(elapsed.TotalSeconds);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    // Nothing rather than a guess, before it is known how far the telemetry reaches.
    private IEnumerable<Measurement<double>> Measure() => Volatile.Read(ref throughTicks) is > 0 and var ticks
        ? [new((clock.GetUtcNow() - new DateTimeOffset(ticks, TimeSpan.Zero)).TotalSeconds)]
        : [];
}
