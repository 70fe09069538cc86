using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>
/// Brings the stored hourly counts up to the present: the history of services seen for the first time, then every hour
/// since the last run. Repeating a run changes nothing; an interrupted run is completed by the next.
/// </summary>
public sealed class AggregateSlis(ITelemetrySource telemetry, ISliStore store, AggregationPolicy policy, TimeProvider clock)
{
    /// <summary>Runs once.</summary>
    public async Task<AggregationReport> HandleAsync(CancellationToken cancellation)
    {
        var end = TimeWindow.HourOf(clock.GetUtcNow() - policy.SettleTime);
        var horizon = end.AddDays(-policy.HistoryDays);
        var state = await store.ReadStateAsync(cancellation);

        int stored = await FillAsync(state, new TimeWindow(horizon, end), cancellation);
        if (state.Through is { } through && through < end)
            stored += await CatchUpAsync(new TimeWindow(Latest(through, CatchUpFrom(horizon, end)), end), cancellation);

        return new AggregationReport(end, stored, state.Unfilled.Count);
    }

    private async Task<int> FillAsync(AggregationState state, TimeWindow window, CancellationToken cancellation)
    {
        var services = state.Unfilled;
        if (services.Count == 0) return 0;
        var wanted = services.ToHashSet();
        int stored = 0;
        foreach (var day in Days(window))
        {
            var hours = await telemetry.ReadHoursAsync(day, services, cancellation);
            stored += await store.StoreAsync([.. hours.Where(h => wanted.Contains(h.Service))], cancellation);
        }

        // First, since a first run that ended between the two would leave nothing to fill and no hour to catch up from.
        if (state.Through is null) await store.AdvanceAsync(window.End, cancellation);
        await store.MarkFilledAsync(services, window.Start, cancellation);
        return stored;
    }

    private async Task<int> CatchUpAsync(TimeWindow window, CancellationToken cancellation)
    {
        int stored = 0;
        foreach (var day in Days(window))
        {
            stored += await store.StoreAsync(await telemetry.ReadHoursAsync(day, null, cancellation), cancellation);
            await store.AdvanceAsync(day.End, cancellation);
        }

        return stored;
    }

    // Hours within the look-back for gaps are never passed over, however short the history is.
    private DateTimeOffset CatchUpFrom(DateTimeOffset horizon, DateTimeOffset end)
    {
        var lookback = TimeWindow.HourOf(end - policy.GapLookback);
        return lookback < horizon ? lookback : horizon;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static IEnumerable<TimeWindow> Days(TimeWindow window)
    {
        for (var start = window.Start; start < window.End; start = start.AddDays(1))
        {
            var end = start.AddDays(1);
            yield return new TimeWindow(start, end < window.End ? end : window.End);
        }
    }
}
