namespace SloFunctions.Domain.Stationarity;

/// <summary>Statistics that single outlying days do not move.</summary>
internal static class RobustStatistics
{
    // The median absolute deviation of a normal distribution is this share of its standard deviation.
    private const double NormalShare = 0.6744897501960817;

    /// <summary>The median; at least one value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The standard deviation around zero by the median absolute value.</summary>
    public static double Deviation(IEnumerable<double> residuals) => Median(residuals.Select(Math.Abs)) / NormalShare;

    /// <summary>The slope by the median of the slopes of all pairs (Theil 1950, Sen 1968); at least two different places.</summary>
    public static double Slope(IReadOnlyList<int> x, IReadOnlyList<double> y) => Median(
        from i in Enumerable.Range(0, x.Count)
        from j in Enumerable.Range(i + 1, x.Count - i - 1)
        select (y[j] - y[i]) / (x[j] - x[i]));
}
