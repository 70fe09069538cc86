using MathNet.Numerics.Distributions;

namespace SloFunctions.Domain.Reliability;

/// <summary>An interval for the probability behind k events in n independent trials.</summary>
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
    public static BinomialInterval Jeffreys(long k, long n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));

        double tail = (1 - confidence) / 2;
        double lower = k == 0 ? 0 : Beta.InvCDF(k + 0.5, n - k + 0.5, tail);
        double upper = k == n ? 1 : Beta.InvCDF(k + 0.5, n - k + 0.5, 1 - tail);
        return new BinomialInterval(lower, upper);
    }
}
