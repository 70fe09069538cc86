using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Takes errors out of a span of steps; their requests succeed instead.</summary>
internal static class ErrorFreeSpan
{
    /// <summary>
    /// A rate function extrapolates a series that exists only for a part of the window. Without further errors in that hour there
    /// is nothing to extrapolate, and every reader arrives at the same count.
    /// </summary>
    public static void RestOfHour(StatusCounter counter, int after, Timeline timeline) =>
        Between(counter, after, timeline.SampleAtStartOf(timeline.HourOf(after) + 1));

    /// <summary>No errors in the steps after sample <paramref name="from"/> up to sample <paramref name="to"/>.</summary>
    public static void Between(StatusCounter counter, int from, int to) => Array.Clear(counter.Increments, from + 1, to - from);
}
