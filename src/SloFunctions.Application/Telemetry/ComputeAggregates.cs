using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Telemetry;

/// <summary>
/// Computes the indicators of every window from the stored counts and marks recommendations that they have left behind.
/// Repeating it changes nothing; an interrupted run is done again by the next.
/// </summary>
public sealed class ComputeAggregates(IAggregateStore store)
{
    /// <summary>Computes the windows that end at <paramref name="end"/>.</summary>
    /// <param name="end">The end of the last stored hour.</param>
    /// <param name="isChanged">Whether counts were stored since; without, windows that are already computed are left alone.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <returns>How many sets of recommendations were marked as stale.</returns>
    public async Task<int> HandleAsync(DateTimeOffset end, bool isChanged, CancellationToken cancellation)
    {
        if (!isChanged && await store.ReadThroughAsync(cancellation) is { } through && through >= end) return 0;

        foreach (var window in AggregateWindow.All)
        {
            var sums = await store.ReadSumsAsync(window.EndingAt(end), cancellation);
            await store.StoreAsync(window, end, sums.SelectMany(s => s.Aggregates()), cancellation);
        }

        return await store.CompleteAsync(end, cancellation);
    }
}
