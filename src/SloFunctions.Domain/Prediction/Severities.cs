namespace SloFunctions.Domain.Prediction;

/// <summary>How bad incidents are: a probability for each point of the <see cref="SeverityGrid"/>.</summary>
public sealed class Severities
{
    private readonly double[] shares;

    private Severities(double[] shares) => this.shares = shares;

    /// <summary>The probability of each impact; they add up to 1.</summary>
    public ReadOnlySpan<double> Shares => shares;

    /// <summary>
    /// The impacts seen, each spread over its neighbours by a normal kernel on the logarithm, so that the worst one seen is
    /// not taken for the worst there is. What would lie above 1 is 1.
    /// </summary>
    /// <param name="impacts">In (0, 1]; at least one.</param>
    /// <param name="bandwidth">The kernel's standard deviation in octaves, above 0.</param>
    public static Severities Of(IReadOnlyCollection<double> impacts, double bandwidth)
    {
        if (impacts.Count == 0) throw new ArgumentException("At least one impact is needed.", nameof(impacts));
        double[] counts = new double[SeverityGrid.Count];
        foreach (double impact in impacts)
        {
            double position = SeverityGrid.PositionOf(impact);
            int lower = Math.Min((int)position, SeverityGrid.Count - 2);
            counts[lower + 1] += position - lower;
            counts[lower] += 1 - (position - lower);
        }

        return FromWeights(Smooth(counts, bandwidth * SeverityGrid.PerOctave));
    }

    /// <summary>The severities that had these shares, exactly.</summary>
    /// <param name="shares">One for each point of the grid, not negative, together about 1.</param>
    /// <exception cref="ArgumentException">They are not the shares of severities.</exception>
    public static Severities Restore(IReadOnlyList<double> shares)
    {
        if (shares.Count != SeverityGrid.Count || shares.Any(s => !(s >= 0)) || Math.Abs(shares.Sum() - 1) > 1e-6)
            throw new ArgumentException("Shares are not negative and together 1.", nameof(shares));
        return new Severities([.. shares]);
    }

    /// <summary>Makes severities of weights of the grid's points.</summary>
    /// <param name="weights">One for each point, not negative, not all zero.</param>
    public static Severities FromWeights(IReadOnlyList<double> weights)
    {
        if (weights.Count != SeverityGrid.Count) throw new ArgumentException("There is a weight for each point of the grid.", nameof(weights));
        double sum = weights.Sum();
        if (!(sum > 0) || !double.IsFinite(sum) || weights.Any(w => w < 0)) throw new ArgumentException("Weights are not negative and not all zero.", nameof(weights));
        return new Severities([.. weights.Select(w => w / sum)]);
    }

    /// <summary>Both at once: this with <paramref name="share"/>, the other with the rest.</summary>
    /// <param name="share">In [0, 1].</param>
    /// <param name="other">The other severities.</param>
    public Severities Mix(double share, Severities other) => new([.. shares.Zip(other.shares, (a, b) => (share * a) + ((1 - share) * b))]);

    /// <summary>The mean impact, in (0, 1].</summary>
    public double Mean => shares.Zip(SeverityGrid.Impacts, (share, impact) => share * impact).Sum();

    private static double[] Smooth(double[] counts, double deviation)
    {
        int reach = (int)Math.Ceiling(4 * deviation);
        double[] kernel = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(d => Math.Exp(-0.5 * (d / deviation) * (d / deviation)))];
        double sum = kernel.Sum();
        double[] smooth = new double[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] <= 0) continue;
            for (int d = -reach; d <= reach; d++) smooth[Math.Clamp(i + d, 0, counts.Length - 1)] += counts[i] * kernel[d + reach] / sum;
        }

        return smooth;
    }
}
