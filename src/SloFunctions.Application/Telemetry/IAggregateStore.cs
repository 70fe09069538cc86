using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>Where indicators over windows are kept. Every call throws <see cref="Failures.DependencyUnavailableException"/> when the database does not answer.</summary>
public interface IAggregateStore
{
    /// <summary>The end of the windows whose indicators are stored completely; null before the first.</summary>
    Task<DateTimeOffset?> ReadThroughAsync(CancellationToken cancellation);

    /// <summary>What was counted over a window, of every service with a measurement in it.</summary>
    Task<IReadOnlyList<WindowSums>> ReadSumsAsync(TimeWindow window, CancellationToken cancellation);

    /// <summary>Stores indicators of <paramref name="window"/> ending at <paramref name="end"/>, replacing those of an earlier run.</summary>
    Task StoreAsync(AggregateWindow window, DateTimeOffset end, IEnumerable<SliAggregate> aggregates, CancellationToken cancellation);

    /// <summary>
    /// Marks the active recommendations as stale whose basis has changed: availability over 28 days by more than 5 % of the
    /// error budget, or the 99th percentile of latency by more than 5 % of itself, since they were generated. The budget is
    /// that of the active objective, else of the balanced tier. Then records that the indicators up to <paramref name="end"/> are complete.
    /// </summary>
    /// <returns>How many sets were marked.</returns>
    Task<int> CompleteAsync(DateTimeOffset end, CancellationToken cancellation);
}
