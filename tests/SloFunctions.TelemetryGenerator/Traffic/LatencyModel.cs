namespace SloFunctions.TelemetryGenerator.Traffic;

/// <summary>A lognormal latency cut into histogram buckets.</summary>
public sealed class LatencyModel
{
    private readonly double[] probabilities = new double[Bounds.Length + 1];
    private readonly double[] means = new double[Bounds.Length + 1];

    /// <param name="mu">Mean of the logarithm of the latency in seconds.</param>
    /// <param name="sigma">Standard deviation of that logarithm.</param>
    public LatencyModel(double mu, double sigma)
    {
        var (below, partialBelow) = (0.0, 0.0);
        var mean = Math.Exp(mu + (sigma * sigma / 2));
        for (var i = 0; i <= Bounds.Length; i++)
        {
            var (upTo, partialUpTo) = (1.0, mean);
            if (i < Bounds.Length)
            {
                var z = (Math.Log(Bounds[i]) - mu) / sigma;
                (upTo, partialUpTo) = (NormalCdf(z), mean * NormalCdf(z - sigma));
            }

            var low = i == 0 ? 0 : Bounds[i - 1];
            var high = i < Bounds.Length ? Bounds[i] : 10 * low;
            probabilities[i] = upTo - below;
            // Far tails lose their digits; a bucket's mean lies inside the bucket all the same.
            means[i] = upTo - below > 1e-9 ? Math.Clamp((partialUpTo - partialBelow) / (upTo - below), low, high) : low;
            (below, partialBelow) = (upTo, partialUpTo);
        }
    }

    /// <summary>Finite upper bounds in seconds, ascending.</summary>
    public static double[] Bounds { get; } = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>Splits <paramref name="requests"/> over the buckets (a multinomial draw; the counts sum to the requests).</summary>
    /// <returns>The summed latency in milliseconds.</returns>
    public int Split(ref SplitMix64 random, int requests, int[][] buckets, int step)
    {
        var (remaining, remainingProbability, seconds) = (requests, 1.0, 0.0);
        for (var i = 0; i < Bounds.Length && remaining > 0; i++)
        {
            var share = remainingProbability > 0 ? Math.Min(1, probabilities[i] / remainingProbability) : 1;
            var count = Draws.Binomial(ref random, remaining, share);
            buckets[i][step] = count;
            seconds += count * means[i];
            remaining -= count;
            remainingProbability -= probabilities[i];
        }

        buckets[Bounds.Length][step] = remaining;
        return (int)Math.Round(1000 * (seconds + (remaining * means[Bounds.Length])));
    }

    /// <summary>Numerical Recipes' rational Chebyshev approximation; error below 1.2e-7.</summary>
    private static double NormalCdf(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.5 * x));
        ReadOnlySpan<double> coefficients =
            [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var polynomial = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            polynomial = (polynomial * t) + coefficients[i];
        }

        var tail = 0.5 * t * Math.Exp((-x * x) + polynomial);
        return z >= 0 ? 1 - tail : tail;
    }
}
