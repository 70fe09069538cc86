namespace SloFunctions.Domain.Randomness;

/// <summary>Draws from the usual distributions, the same on every machine for the same seed.</summary>
public static class RandomVariates
{
    private const double TwoToMinus53 = 1.0 / (1UL << 53);

    // From here on a normal distribution is as good.
    private const double LargeMean = 500;

    /// <summary>Uniform in (0, 1).</summary>
    public static double Uniform(this SeededRandom random) => ((random.NextBits() >> 11) + 0.5) * TwoToMinus53;

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public static double Normal(this SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());

    /// <summary>Exponential with the given mean.</summary>
    public static double Exponential(this SeededRandom random, double mean) => -mean * Math.Log(random.Uniform());

    /// <summary>Gamma with mean <paramref name="shape"/> and scale 1 (Marsaglia and Tsang 2000).</summary>
    /// <param name="random">The source.</param>
    /// <param name="shape">Above 0.</param>
    public static double Gamma(this SeededRandom random, double shape)
    {
        if (shape < 1) return random.Gamma(shape + 1) * Math.Pow(random.Uniform(), 1 / shape);
        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = random.Normal(), v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(random.Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }

    /// <summary>Poisson; from a mean of 500 on by the normal approximation.</summary>
    /// <param name="random">The source.</param>
    /// <param name="mean">0 or more.</param>
    public static long Poisson(this SeededRandom random, double mean)
    {
        if (mean >= LargeMean) return (long)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * random.Normal())));
        double limit = Math.Exp(-mean), product = random.Uniform();
        long count = 0;
        while (product > limit)
        {
            product *= random.Uniform();
            count++;
        }

        return count;
    }

    /// <summary>Binomial, by Poisson draws of the rarer outcome; exact enough for counts of requests.</summary>
    /// <param name="random">The source.</param>
    /// <param name="trials">0 or more.</param>
    /// <param name="probability">In [0, 1].</param>
    public static long Binomial(this SeededRandom random, long trials, double probability) => probability <= 0.5
        ? Math.Min(trials, random.Poisson(trials * probability))
        : trials - Math.Min(trials, random.Poisson(trials * (1 - probability)));
}
