using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Reliability;

/// <summary>How likely the open groups of a component hold while everything that it needs works.</summary>
/// <param name="Formula">The condition; null when there are no open groups, or when it is too large to write down.</param>
/// <param name="Values">The probability of each node of the formula; NaN for roots that did not fit.</param>
/// <param name="Sampler">Draws for the groups that were not solved; null when all were.</param>
/// <param name="Certain">Between which values the probability that those hold must lie.</param>
internal sealed record OpenGroups(Formula? Formula, double[] Values, AlternativesSampler? Sampler, (double Lower, double Upper) Certain)
{
    private const double Confidence = 0.95;

    public static readonly OpenGroups None = new(null, [], null, (0, 1));

    /// <summary>The probabilities of the roots that were solved.</summary>
    public IEnumerable<double> Solved => (Formula?.Roots ?? []).Select(root => Values[root]).Where(p => !double.IsNaN(p));

    /// <summary>The share of draws in which all groups held that were not solved; 1 when there are none.</summary>
    public double Sampled => Sampler is null ? 1 : (double)Sampler.Holds / AlternativesSampler.Draws;

    /// <summary>The probability that all hold.</summary>
    public Composite Probability()
    {
        double solved = Solved.Aggregate(1.0, (product, p) => product * p);
        if (Sampler is null) return Composite.Exactly(solved);
        var interval = BinomialInterval.Jeffreys(Sampler.Holds, AlternativesSampler.Draws, Confidence);
        // The share of draws is an unbiased estimate; where draws are too few to see anything, it would lie outside of what is possible.
        double Possible(double p) => Math.Clamp(p, Certain.Lower, Certain.Upper);
        return new Composite(Possible(Sampled), SolutionMethod.MonteCarlo, Possible(interval.Lower), Possible(interval.Upper)).Times(solved);
    }
}
