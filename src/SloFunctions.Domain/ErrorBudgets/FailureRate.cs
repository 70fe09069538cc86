namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>
/// Failures an hour as counts of some hours tell them, and how many may come in hours ahead. Failures come in bunches, so that
/// counts scatter more than Poisson's; the factor by which they do is the dispersion, and counts divided by it are taken for Poisson's.
/// </summary>
/// <param name="Count">Failures seen.</param>
/// <param name="Hours">In so many hours, 1 or more.</param>
/// <param name="Dispersion">The variance of hourly counts ÷ their mean, 1 at least.</param>
internal sealed record FailureRate(double Count, int Hours, double Dispersion)
{
    public double Mean => Count / Hours;

    public static FailureRate Of(IReadOnlyCollection<double> hourly)
    {
        double mean = hourly.Average();
        double variance = hourly.Count < 2 ? 0 : hourly.Sum(c => (c - mean) * (c - mean)) / (hourly.Count - 1);
        return new FailureRate(hourly.Sum(), hourly.Count, mean > 0 ? Math.Max(1, variance / mean) : 1);
    }

    /// <summary>The most failures in hours ahead, exceeded with the probability above z of the normal distribution.</summary>
    public double Most(int ahead, double z) => Quantile((Count / Dispersion) + 1, ahead, z);

    /// <summary>The fewest failures in hours ahead, fallen short of with that probability.</summary>
    public double Least(int ahead, double z) => Quantile(Count / Dispersion, ahead, -z);

    // The rate itself is uncertain, with a Gamma distribution of this shape; so is what comes at a rate. Both together are a
    // negative binomial distribution, here a Gamma one of the same mean and variance, by the approximation of Wilson and Hilferty.
    private double Quantile(double shape, int ahead, double z)
    {
        double scale = 1 + ((double)ahead / Hours);
        double events = shape * ahead / Hours / scale;
        if (events <= 0) return 0;
        double root = 1 - (1 / (9 * events)) + (z / (3 * Math.Sqrt(events)));
        return root <= 0 ? 0 : Dispersion * scale * events * root * root * root;
    }
}
