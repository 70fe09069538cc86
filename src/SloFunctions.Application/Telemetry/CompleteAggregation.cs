namespace SloFunctions.Application.Telemetry;

/// <summary>Marks recommendations that the computed indicators have left behind, and notes that those are complete. Repeating it marks nothing more.</summary>
public sealed class CompleteAggregation(IAggregateStore store, TelemetryInstruments instruments, TimeProvider clock)
{
    /// <summary>Ends a run.</summary>
    /// <returns>What the whole run did.</returns>
    public async Task<AggregationReport> HandleAsync(AggregationEnd end, CancellationToken cancellation)
    {
        int marked = end.Computed is { } through ? await store.CompleteAsync(through, cancellation) : 0;
        instruments.RecordRun(clock.GetUtcNow() - end.Began);
        return end.Report with { RecommendationsMarked = marked };
    }
}
