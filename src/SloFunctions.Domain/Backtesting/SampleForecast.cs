using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Backtesting;

/// <summary>A forecast that takes a sample of availabilities for the distribution.</summary>
internal sealed class SampleForecast : IForecast
{
    private const double Tail = 0.025;

    private readonly double[] sorted;

    /// <param name="sample">Ratios in any order, at least one; sorted in place.</param>
    public SampleForecast(double[] sample)
    {
        sorted = sample;
        Array.Sort(sorted);
    }

    // A single value is no interval.
    public (double Lower, double Upper)? Interval =>
        sorted.Length > 1 ? (LowerQuantile.Of(sorted, Tail), LowerQuantile.Of(sorted, 1 - Tail)) : null;

    public double Level(TierPolicy tier) => LowerQuantile.Of(sorted, tier.Risk);

    public double BreachProbability(double target) => (double)SortedSample.CountBelow(sorted, target) / sorted.Length;
}
