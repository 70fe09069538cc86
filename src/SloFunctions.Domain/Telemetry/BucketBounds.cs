namespace SloFunctions.Domain.Telemetry;

/// <summary>Durations against the boundaries of a histogram, at which alone requests can be counted.</summary>
public static class BucketBounds
{
    // Boundaries are written in seconds and converted.
    private const double Rounding = 1e-9;

    /// <summary>Whether a duration is one of the boundaries.</summary>
    /// <param name="bounds">The boundaries, seconds.</param>
    /// <param name="milliseconds">The duration.</param>
    public static bool Hold(IReadOnlyList<double> bounds, double milliseconds) => Find(bounds, milliseconds) is not null;

    /// <summary>The boundary that a duration is, seconds, as the histogram has it; null when it is none.</summary>
    /// <param name="bounds">The boundaries, seconds.</param>
    /// <param name="milliseconds">The duration.</param>
    public static double? Find(IReadOnlyList<double> bounds, double milliseconds)
    {
        foreach (double bound in bounds)
        {
            if (Math.Abs((bound * 1000) - milliseconds) <= milliseconds * Rounding) return bound;
        }

        return null;
    }

    /// <summary>The boundaries next to a duration that is none, seconds, the lower one first: one or two.</summary>
    /// <param name="bounds">The boundaries, seconds, ascending, at least one.</param>
    /// <param name="milliseconds">The duration.</param>
    public static IReadOnlyList<double> Around(IReadOnlyList<double> bounds, double milliseconds) =>
        [.. bounds.Where(b => b * 1000 < milliseconds).TakeLast(1), .. bounds.Where(b => b * 1000 > milliseconds).Take(1)];
}
