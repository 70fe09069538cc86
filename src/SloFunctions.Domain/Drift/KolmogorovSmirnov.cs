namespace SloFunctions.Domain.Drift;

/// <summary>The two-sample Kolmogorov-Smirnov test, two-sided; ties are treated as if there were none.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>From samples of more values on, the exact p-value takes too long.</summary>
    public const int LargestExact = 10_000;

    // Of a step: the quotient that is the statistic may be rounded either way.
    private const double Rounding = 1e-7;

    /// <summary>The largest distance (D) between the two distribution functions, in [0, 1].</summary>
    /// <param name="first">Sorted; not empty.</param>
    /// <param name="second">Sorted; not empty.</param>
    public static double Statistic(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        Steps(first, second) / ((double)first.Length * second.Length);

    /// <summary>The chance of a distance as large or larger between samples of one continuous distribution; exact up to <see cref="LargestExact"/> values.</summary>
    /// <param name="statistic">The distance, in [0, 1].</param>
    /// <param name="first">Values in the one sample; 1 or more.</param>
    /// <param name="second">Values in the other; 1 or more.</param>
    public static double PValue(double statistic, int first, int second) => Math.Max(first, second) <= LargestExact
        ? ExactPValue(statistic, first, second)
        : KolmogorovDistribution.Survival(statistic, (int)Math.Round((double)first * second / ((double)first + second)));

    /// <summary>The chance of a distance as large or larger, exact.</summary>
    /// <param name="statistic">The distance, in [0, 1].</param>
    /// <param name="first">Values in the one sample; 1 or more.</param>
    /// <param name="second">Values in the other; 1 or more.</param>
    public static double ExactPValue(double statistic, int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(second);
        return ExactPValue((long)Math.Ceiling((statistic * first * second) - Rounding), first, second);
    }

    /// <summary>The distance in units of 1 ÷ (n·m), a whole number.</summary>
    internal static long Steps(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int i = 0, j = 0;
        long largest = 0;
        while (i < first.Length && j < second.Length)
        {
            double value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] == value) i++;
            while (j < second.Length && second[j] == value) j++;
            largest = Math.Max(largest, Math.Abs(((long)i * second.Length) - ((long)j * first.Length)));
        }

        return largest;
    }

    /// <summary>The chance of a distance of so many steps or more: one minus the share of lattice paths that stay nearer to the diagonal.</summary>
    internal static double ExactPValue(long steps, int first, int second)
    {
        if (steps <= 0) return 1;
        var paths = new double[second + 1];
        for (int j = 0; j <= second; j++) paths[j] = (long)j * first < steps ? 1 : 0;
        for (int i = 1; i <= first; i++)
        {
            // Each row is scaled so that the numbers stay shares of all paths.
            double scale = i / (double)(i + second);
            paths[0] = (long)i * second < steps ? scale * paths[0] : 0;
            for (int j = 1; j <= second; j++)
                paths[j] = Math.Abs(((long)i * second) - ((long)j * first)) < steps ? (scale * paths[j]) + paths[j - 1] : 0;
        }

        return Math.Clamp(1 - paths[second], 0, 1);
    }
}
