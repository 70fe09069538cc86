using SloFunctions.Application.Observability;

namespace SloFunctions.Application.Telemetry;

/// <summary>The hourly run: counts up to the present, hours that came late, indicators of every window.</summary>
public sealed class RunAggregation(
    AggregateSlis counts, BackFillGaps gaps, ComputeAggregates aggregates, ISliStore store, TelemetryInstruments instruments, TimeProvider clock)
{
    /// <summary>Runs once.</summary>
    public async Task<AggregationReport> HandleAsync(CancellationToken cancellation)
    {
        using var span = Tracing.Begin(nameof(RunAggregation));
        long start = clock.GetTimestamp();
        var report = await counts.HandleAsync(cancellation);
        // Without a service nothing is stored, and there is nothing to sum.
        if ((await store.ReadStateAsync(cancellation)).Through is { } through)
        {
            instruments.Observe(through);
            int backFilled = await gaps.HandleAsync(through, cancellation);
            int marked = await aggregates.HandleAsync(through, report.HoursStored + backFilled > 0, cancellation);
            report = report with { HoursBackFilled = backFilled, RecommendationsMarked = marked };
        }

        instruments.RecordRun(clock.GetElapsedTime(start));
        return report;
    }
}
