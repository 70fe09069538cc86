namespace SloFunctions.Domain.Stationarity;

/// <summary>Statistics that single outlying days do not move.</summary>
internal static class RobustStatistics
{
    // The median absolute deviation of a normal distribution is this share of its standard deviation.
    private const double NormalShare = 0.6744897501960817;

    /// <summary>The median; at least one value. The values are left in another order.</summary>
    public static double Median(Span<double> values)
    {
        int middle = values.Length / 2;
        double upper = Select(values, middle);
        if (values.Length % 2 == 1) return upper;
        double lower = double.NegativeInfinity;
        foreach (double value in values[..middle]) lower = Math.Max(lower, value);
        return (lower + upper) / 2;
    }

    /// <summary>The standard deviation around zero by the median absolute value.</summary>
    public static double Deviation(ReadOnlySpan<double> residuals)
    {
        var sizes = new double[residuals.Length];
        for (int i = 0; i < sizes.Length; i++) sizes[i] = Math.Abs(residuals[i]);
        return Median(sizes) / NormalShare;
    }

    /// <summary>The slope by the median of the slopes of all pairs (Theil 1950, Sen 1968); at least two different places.</summary>
    public static double Slope(ReadOnlySpan<int> x, ReadOnlySpan<double> y)
    {
        var slopes = new double[x.Length * (x.Length - 1) / 2];
        int pair = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = i + 1; j < x.Length; j++) slopes[pair++] = (y[j] - y[i]) / (x[j] - x[i]);
        }

        return Median(slopes);
    }

    // The value that would be at a place if they were sorted, with none above it before it (Hoare 1961): a search for changes
    // takes thousands of medians, for which sorting is too dear.
    private static double Select(Span<double> values, int place)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            double pivot = values[(low + high) / 2];
            int left = low, right = high;
            while (left <= right)
            {
                while (values[left] < pivot) left++;
                while (values[right] > pivot) right--;
                if (left > right) break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }

            if (place <= right) high = right;
            else if (place >= left) low = left;
            else break;
        }

        return values[place];
    }
}
