using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>
/// Finds from what is stored which hours are missing: the history of services seen for the first time, and every hour since the last run.
/// The services are noted as the run's, since others may be registered while it is at work; asked again, the same are.
/// </summary>
public sealed class PlanAggregation(ISliStore store, AggregationPolicy policy)
{
    /// <summary>Plans a run.</summary>
    /// <param name="now">When the run began.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<AggregationPlan> HandleAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var end = TimeWindow.HourOf(now - policy.SettleTime);
        var horizon = end.AddDays(-policy.HistoryDays);
        int services = await store.PlanHistoriesAsync(now, cancellation);
        DateTimeOffset? from = (await store.ReadStateAsync(cancellation)).Through is { } through && through < end
            ? Latest(through, CatchUpFrom(horizon, end))
            : null;
        return new AggregationPlan(now, horizon, end, services, from);
    }

    // Hours within the look-back for gaps are never passed over, however short the history is.
    private DateTimeOffset CatchUpFrom(DateTimeOffset horizon, DateTimeOffset end)
    {
        var lookback = TimeWindow.HourOf(end - policy.GapLookback);
        return lookback < horizon ? lookback : horizon;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
