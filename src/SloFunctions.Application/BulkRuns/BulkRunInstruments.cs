using System.Diagnostics.Metrics;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.BulkRuns;

/// <summary>What is measured of bulk runs. Safe for use by several threads.</summary>
public sealed class BulkRunInstruments : IDisposable
{
    /// <summary>Bulk runs that have ended, by outcome.</summary>
    public const string Runs = "slo_engine_bulk_runs_total";

    /// <summary>Services of ended bulk runs, by outcome.</summary>
    public const string Services = "slo_engine_bulk_run_services_total";

    /// <summary>How long bulk runs took.</summary>
    public const string Duration = "slo_engine_bulk_run_duration_seconds";

    private readonly Meter meter;
    private readonly Counter<long> runs;
    private readonly Counter<long> services;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments.</summary>
    public BulkRunInstruments()
    {
        // The scope tells this meter from others of the name in the same process.
        meter = new Meter(new MeterOptions(TelemetryInstruments.MeterName) { Scope = this });
        runs = meter.CreateCounter<long>(Runs, "{run}", "Bulk runs that have ended.");
        services = meter.CreateCounter<long>(Services, "{service}", "Services of bulk runs that have ended.");
        duration = meter.CreateHistogram(
            Duration, "s", "How long bulk runs took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 15, 60, 120, 300, 900, 1800, 3600, 14_400] });
    }

    /// <summary>Notes a run that has ended.</summary>
    public void Count(BulkRun run)
    {
        runs.Add(1, Outcome(Term<BulkRunState>.Name(run.State)));
        services.Add(run.Counts.Done, Outcome("done"));
        services.Add(run.Counts.Unchanged, Outcome("unchanged"));
        services.Add(run.Counts.Failed, Outcome("failed"));
        services.Add(run.Counts.Remaining, Outcome("left"));
        if (run.EndedAt is { } end) duration.Record((end - (run.StartedAt ?? run.RequestedAt)).TotalSeconds);
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private static KeyValuePair<string, object?> Outcome(string name) => new("outcome", name);
}
