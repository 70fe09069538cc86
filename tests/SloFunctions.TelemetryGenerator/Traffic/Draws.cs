namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>Counts drawn from the usual distributions; exact where counts are small, by the normal limit where they are large.</summary>
internal static class Draws
{
    private const double NormalFrom = 30;

    public static double Normal(ref SplitMix64 random) =>
        Math.Sqrt(-2 * Math.Log(random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static int Poisson(ref SplitMix64 random, double mean)
    {
        if (mean <= 0)
        {
            return 0;
        }

        if (mean >= NormalFrom)
        {
            return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal(ref random))));
        }

        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }

    public static int Binomial(ref SplitMix64 random, int trials, double probability)
    {
        if (trials <= 0 || probability <= 0)
        {
            return 0;
        }

        if (probability > 0.5)
        {
            return probability >= 1 ? trials : trials - Binomial(ref random, trials, 1 - probability);
        }

        var mean = trials * probability;
        if (mean >= NormalFrom)
        {
            var deviation = Math.Sqrt(mean * (1 - probability));
            return Math.Clamp((int)Math.Round(mean + (deviation * Normal(ref random))), 0, trials);
        }

        // The gaps between successes are geometric: the cost is one logarithm per success, not per trial.
        // Below the resolution of 1 - p the logarithm would be 0 and the gaps endless; there it is -p.
        var logFailure = probability < 1e-9 ? -probability : Math.Log(1 - probability);
        var successes = 0;
        for (var position = Gap(ref random, logFailure); position <= trials; position += Gap(ref random, logFailure))
        {
            successes++;
        }

        return successes;
    }

    private static double Gap(ref SplitMix64 random, double logFailure) => Math.Floor(Math.Log(random.NextDouble()) / logFailure) + 1;
}
