using MathNet.Numerics.Distributions;

namespace SloFunctions.Domain.Statistics;

/// <summary>
/// An interval for the probability behind k events in n independent trials. Requests of one outage are not independent:
/// for busy services these intervals are far too narrow, for quiet ones and for zero events they are what can be said.
/// </summary>
/// <param name="Lower">The lower end, in [0, 1].</param>
/// <param name="Upper">The upper end, in [0, 1].</param>
public sealed record BinomialInterval(double Lower, double Upper)
{
    /// <summary>
    /// The equal-tailed Jeffreys interval: quantiles of Beta(k + ½, n − k + ½), with the end at an observed extreme set to
    /// it (Brown, Cai and DasGupta 2001, "Interval Estimation for a Binomial Proportion").
    /// </summary>
    /// <param name="k">Events, 0 to <paramref name="n"/>.</param>
    /// <param name="n">Trials, at least 1.</param>
    /// <param name="confidence">The coverage in (0, 1), 0.95 for example.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BinomialInterval Jeffreys(long k, long n, double confidence)
    {
        Check(k, n, confidence);
        double tail = (1 - confidence) / 2;
        double lower = k == 0 ? 0 : BetaQuantile.Of(k + 0.5, n - k + 0.5, tail);
        double upper = k == n ? 1 : BetaQuantile.Of(k + 0.5, n - k + 0.5, 1 - tail);
        return new BinomialInterval(lower, upper);
    }

    /// <summary>
    /// The exact interval, which covers at least as often as it says (Clopper and Pearson 1934): quantiles of Beta(k, n − k + 1)
    /// and Beta(k + 1, n − k).
    /// </summary>
    /// <inheritdoc cref="Jeffreys"/>
    public static BinomialInterval ClopperPearson(long k, long n, double confidence)
    {
        Check(k, n, confidence);
        double tail = (1 - confidence) / 2;
        double lower = k == 0 ? 0 : BetaQuantile.Of(k, n - k + 1.0, tail);
        return new BinomialInterval(lower, UpperBound(k, n, 1 - tail));
    }

    /// <summary>The score interval without continuity correction (Wilson 1927), for shares that are shown to people.</summary>
    /// <inheritdoc cref="Jeffreys"/>
    public static BinomialInterval Wilson(long k, long n, double confidence)
    {
        Check(k, n, confidence);
        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        double share = (double)k / n;
        double shrink = 1 + (z * z / n);
        double centre = (share + (z * z / (2 * n))) / shrink;
        double half = z / shrink * Math.Sqrt((share * (1 - share) / n) + (z * z / (4.0 * n * n)));
        return new BinomialInterval(k == 0 ? 0 : Math.Max(0, centre - half), k == n ? 1 : Math.Min(1, centre + half));
    }

    /// <summary>
    /// The exact one-sided upper bound: with the given confidence the probability is not above it. With no events and 95 % it
    /// is close to 3 ÷ n, the rule of three.
    /// </summary>
    /// <inheritdoc cref="Jeffreys"/>
    public static double UpperBound(long k, long n, double confidence)
    {
        Check(k, n, confidence);
        return k == n ? 1 : BetaQuantile.Of(k + 1.0, n - k, confidence);
    }

    private static void Check(long k, long n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
    }
}
