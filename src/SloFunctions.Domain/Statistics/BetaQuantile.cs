using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace SloFunctions.Domain.Statistics;

/// <summary>
/// Quantiles of the Beta distribution, the inverse of the regularised incomplete beta function. Solved for the log-odds, so
/// that probabilities near zero, which rare failures are, keep their relative accuracy.
/// </summary>
internal static class BetaQuantile
{
    // Odds of 1e-26 and 1e26: beyond what counts of requests can tell apart from 0 and 1.
    private const double MostLogOdds = 60;
    private const double Accuracy = 1e-13;

    /// <summary>The <paramref name="probability"/> quantile, in (0, 1).</summary>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    /// <param name="probability">In (0, 1).</param>
    public static double Of(double a, double b, double probability)
    {
        double logOdds = Brent.FindRoot(x => Beta.CDF(a, b, Share(x)) - probability, -MostLogOdds, MostLogOdds, Accuracy, 300);
        return Share(logOdds);
    }

    private static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
