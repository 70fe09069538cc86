using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests;

/// <summary>Generated inputs of properties.</summary>
internal static class RandomInputs
{
    /// <summary>A number in [0, 1).</summary>
    public static double Unit(this SeededRandom random) => (random.NextBits() >> 11) / (double)(1UL << 53);

    public static bool Chance(this SeededRandom random, double probability) => random.Unit() < probability;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int Between(this SeededRandom random, int least, int most) => least + random.Below(most - least + 1);

    /// <summary>A draw from the standard normal distribution.</summary>
    public static double Normal(this SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Unit())) * Math.Cos(2 * Math.PI * random.Unit());

    /// <summary>Successes in <paramref name="trials"/>; by the normal limit where many are expected.</summary>
    public static long Binomial(this SeededRandom random, long trials, double probability)
    {
        if (trials == 0 || probability < 1e-15) return 0;
        if (probability > 0.5) return trials - random.Binomial(trials, 1 - probability);
        double mean = trials * probability;
        if (mean >= 30) return Math.Clamp((long)Math.Round(mean + (Math.Sqrt(mean * (1 - probability)) * random.Normal())), 0, trials);

        // The gaps between successes are geometric: the cost is one logarithm a success, not one a trial.
        double logFailure = Math.Log(1 - probability);
        long successes = -1;
        for (double position = 0; position <= trials; successes++) position += Math.Floor(Math.Log(1 - random.Unit()) / logFailure) + 1;
        return successes;
    }

    public static T[] Shuffled<T>(this SeededRandom random, IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int j = random.Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    /// <summary>Hours with gaps, quiet hours, outages and steady errors, mixed differently each time.</summary>
    public static SliCounts?[] Hours(this SeededRandom random, int count)
    {
        double missing = random.Chance(0.3) ? random.Unit() : 0.02;
        double quiet = random.Chance(0.2) ? random.Unit() : 0.02;
        double outages = random.Chance(0.5) ? 0.02 : 0;
        double errors = random.Chance(0.3) ? 0 : Math.Pow(10, -1 - (5 * random.Unit()));
        int traffic = (int)Math.Pow(10, 1 + (6 * random.Unit()));
        return [.. Enumerable.Range(0, count).Select(_ => random.Chance(missing) ? (SliCounts?)null : Hour())];

        SliCounts Hour()
        {
            long total = random.Chance(quiet) ? 0 : random.Between(1, traffic);
            double share = random.Chance(outages) ? random.Unit() : errors;
            return new SliCounts(total - (long)(total * share), total);
        }
    }

    public static SliHistory History(this SeededRandom random) => Histories.Of(random.Hours(24 * random.Between(1, 30)));
}
