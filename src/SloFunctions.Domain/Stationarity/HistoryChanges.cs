using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Stationarity;

/// <summary>
/// Whether a service is still the one its history tells of. Days are compared with days, at the same hours and weekdays, so
/// that seasons are no change; changes that last less than five days are none either.
/// </summary>
public static class HistoryChanges
{
    // What a reader would want to know of: a tenth of the latency, half as many errors or requests again.
    private static readonly double LeastLatency = Math.Log(1.1);
    private static readonly double LeastErrors = Math.Log(1.5);
    private static readonly double LeastTraffic = Math.Log(1.5);

    /// <summary>The lasting changes, in the order of <see cref="ChangedQuantity"/>; empty below two weeks of days.</summary>
    public static IReadOnlyList<HistoryChange> Of(SliHistory history)
    {
        var days = HistoryDays.Of(history);
        var changes = new List<HistoryChange>();
        if (history.Latency is { Total: > 0 } merged)
        {
            var latency = new LatencyLevels(days, merged);
            Add(ChangedQuantity.TypicalLatency, latency.Within(0.05, 0.9), LeastLatency);
            Add(ChangedQuantity.TailLatency, latency.Within(0.9, 0.999), LeastLatency);
        }

        Add(ChangedQuantity.BackgroundErrors, ErrorLevels.Of(days), LeastErrors);
        Add(ChangedQuantity.Traffic, TrafficLevels.Of(days), LeastTraffic);
        return changes;

        void Add(ChangedQuantity quantity, IReadOnlyList<DayLevel?> levels, double least)
        {
            if (LevelChangeSearch.Find(levels, least) is not { } change) return;
            changes.Add(new HistoryChange(quantity, change.Shape, HistoryDays.StartOf(history, change.Day), Math.Exp(change.Difference)));
        }
    }
}
