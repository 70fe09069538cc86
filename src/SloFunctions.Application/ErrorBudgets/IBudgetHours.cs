using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Reads the hours of one service as its objectives see them.</summary>
public interface IBudgetHours
{
    /// <summary>The hours of a window, the oldest first; null where nothing tells of the objective.</summary>
    /// <param name="service">The service.</param>
    /// <param name="thresholdsMs">The thresholds of its latency objectives, milliseconds; null for availability.</param>
    /// <param name="window">The window.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>A list for each threshold, in their order.</returns>
    Task<IReadOnlyList<SliCounts?[]>> ReadAsync(
        ServiceId service, IReadOnlyList<double?> thresholdsMs, TimeWindow window, CancellationToken cancellation);
}
