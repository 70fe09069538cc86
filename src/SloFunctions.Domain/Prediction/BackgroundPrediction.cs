using MathNet.Numerics;

namespace SloFunctions.Domain.Prediction;

/// <summary>
/// The background failures of an SLO window: Gamma-Poisson, that is negative binomial, with the spread of what is not known
/// of the ratio, of its drift, and of failures that come in bunches.
/// </summary>
internal sealed class BackgroundPrediction
{
    // From here on the distribution is smooth enough for the approximation of Wilson and Hilferty (1931).
    private const double FewFailures = 400;
    private const double Negligible = 1e-13;

    private readonly double units;
    private readonly double mean;
    private readonly double shape;
    private readonly double[]? cumulative;

    /// <param name="requests">The requests expected in the window, above 0.</param>
    /// <param name="ratio">The expected error ratio, above 0.</param>
    /// <param name="spread">The squared coefficient of variation of the ratio, above 0.</param>
    /// <param name="dispersion">How many failures come at once, at least 1.</param>
    public BackgroundPrediction(double requests, double ratio, double spread, double dispersion)
    {
        units = requests / dispersion;
        mean = ratio * units;
        shape = 1 / spread;
        cumulative = mean < FewFailures ? Tabulate() : null;
    }

    /// <summary>P(background unavailability ≤ <paramref name="unavailability"/>).</summary>
    public double Cumulative(double unavailability)
    {
        if (unavailability < 0) return 0;
        double failures = unavailability * units;
        if (cumulative is not null)
        {
            int whole = (int)Math.Min(failures + 1e-9, cumulative.Length - 1);
            return cumulative[whole];
        }

        double both = 1 / ((1 / shape) + (1 / mean));
        double z = (Math.Cbrt(failures / mean) - (1 - (1 / (9 * both)))) * Math.Sqrt(9 * both);
        return 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);
    }

    private double[] Tabulate()
    {
        double p = mean / (mean + shape);
        double probability = Math.Pow(1 - p, shape), sum = probability;
        var table = new List<double> { sum };
        for (int n = 1; n < 100_000 && (1 - sum > Negligible); n++)
        {
            probability *= p * (n - 1 + shape) / n;
            sum += probability;
            table.Add(Math.Min(1, sum));
            if (n > mean && probability < Negligible * Negligible) break;
        }

        return [.. table];
    }
}
