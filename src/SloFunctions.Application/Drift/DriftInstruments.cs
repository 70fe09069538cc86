using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Drift;

/// <summary>What drift detection measures of itself; which services drifted is in the audit log. Safe for use by several threads.</summary>
public sealed class DriftInstruments : IDisposable
{
    /// <summary>Drifts that took effect, by sli_type and detector: each detector that told the change counts one.</summary>
    public const string Detections = "slo_engine_drift_detections_total";

    /// <summary>Services looked at, by outcome.</summary>
    public const string Services = "slo_engine_drift_services_total";

    /// <summary>How long runs took, in seconds.</summary>
    public const string Duration = "slo_engine_drift_run_duration_seconds";

    // A run that takes longer than its five minutes is an alarm.
    private static readonly InstrumentAdvice<double> Buckets = new() { HistogramBucketBoundaries = [0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300] };

    private readonly Meter meter;
    private readonly Counter<long> detections;
    private readonly Counter<long> services;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments.</summary>
    public DriftInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        detections = meter.CreateCounter<long>(Detections, description: "Drifts that took effect, by each detector that told the change.");
        services = meter.CreateCounter<long>(Services, description: "Services that drift was looked for in.");
        duration = meter.CreateHistogram(Duration, "s", "How long one run of drift detection took.", tags: null, Buckets);
    }

    /// <summary>Notes a drift.</summary>
    public void RecordDrift(DriftSignal signal, DriftVote vote)
    {
        foreach (var reading in vote.Detectors.Where(d => d.IsDetected))
            detections.Add(1, new("sli_type", Term<DriftSignal>.Name(signal)), new("detector", Term<DriftDetector>.Name(reading.Detector)));
    }

    /// <summary>Notes services that were looked at, or that could not be.</summary>
    public void RecordServices(int count, bool failed) => services.Add(count, new KeyValuePair<string, object?>("outcome", failed ? "failed" : "evaluated"));

    /// <summary>Notes a run.</summary>
    public void RecordRun(TimeSpan elapsed) => duration.Record(elapsed.TotalSeconds);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
