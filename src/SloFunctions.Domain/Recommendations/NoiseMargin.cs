namespace SloFunctions.Domain.Recommendations;

/// <summary>The allowance on latency targets for noise of shared infrastructure: 5 to 10 %, read off CPU throttling.</summary>
public static class NoiseMargin
{
    private const double Least = 0.05;
    private const double Most = 0.10;

    // A container held back for 5 % of the time is commonly alerted on; from there on the full margin applies.
    private const double FullAtThrottledShare = 0.05;

    /// <summary>The margin as a share of the latency, in [0.05, 0.10].</summary>
    /// <param name="throttledShare">Throttled seconds ÷ elapsed seconds, 0 or more; null when unknown, which gives the least margin.</param>
    public static double For(double? throttledShare)
    {
        double share = Math.Clamp((throttledShare ?? 0) / FullAtThrottledShare, 0, 1);
        return Least + ((Most - Least) * share);
    }
}
