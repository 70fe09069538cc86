namespace SloFunctions.Domain.Recommendations;

/// <summary>The empirical quantile without interpolation: the smallest value that at least a share q of the values does not exceed.</summary>
public static class LowerQuantile
{
    // 0.07 × 100 is more than 7 in floating point.
    private const double RoundingTolerance = 1e-9;

    /// <summary>The <paramref name="q"/> quantile of <paramref name="sorted"/>.</summary>
    /// <param name="sorted">Ascending, at least one value.</param>
    /// <param name="q">In (0, 1].</param>
    public static double Of(IReadOnlyList<double> sorted, double q)
    {
        if (q is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(q), q, "A share is in (0, 1].");
        int index = (int)Math.Ceiling((q * sorted.Count) - RoundingTolerance) - 1;
        return sorted[Math.Clamp(index, 0, sorted.Count - 1)];
    }
}
