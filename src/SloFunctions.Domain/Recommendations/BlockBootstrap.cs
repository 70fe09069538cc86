using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// Confidence intervals by the circular block bootstrap (Politis and Romano 1992) over whole days, which keeps the
/// correlation within a day that drawing single hours would destroy.
/// </summary>
public static class BlockBootstrap
{
    /// <summary>Resampled histories.</summary>
    public const int Replicates = 1000;

    private const int BlockHours = 24;
    private const double Tail = 0.025;

    /// <summary>The 95 % percentile intervals of the given quantiles of the one-day availability.</summary>
    /// <param name="hours">One entry an hour; null where nothing was measured.</param>
    /// <param name="quantiles">Shares in (0, 1].</param>
    /// <param name="random">Seeded from what is being computed.</param>
    /// <returns>One interval a quantile, as ratios; empty when there is no one-day window with traffic.</returns>
    public static IReadOnlyList<(double Lower, double Upper)> Intervals(
        IReadOnlyList<SliCounts?> hours, IReadOnlyList<double> quantiles, SeededRandom random)
    {
        var replicates = quantiles.Select(_ => new List<double>(Replicates)).ToArray();
        var resampled = new SliCounts?[hours.Count];
        for (int r = 0; r < Replicates; r++)
        {
            Resample(hours, resampled, random);
            var days = RollingDays.Availabilities(resampled);
            if (days.Count == 0) continue;
            days.Sort();
            for (int q = 0; q < quantiles.Count; q++) replicates[q].Add(LowerQuantile.Of(days, quantiles[q]));
        }

        if (replicates.Length == 0 || replicates[0].Count == 0) return [];
        return [.. replicates.Select(Percentiles)];
    }

    private static (double Lower, double Upper) Percentiles(List<double> values)
    {
        values.Sort();
        return (LowerQuantile.Of(values, Tail), LowerQuantile.Of(values, 1 - Tail));
    }

    private static void Resample(IReadOnlyList<SliCounts?> hours, SliCounts?[] target, SeededRandom random)
    {
        for (int filled = 0; filled < target.Length; filled += BlockHours)
        {
            int start = random.Below(hours.Count);
            int length = Math.Min(BlockHours, target.Length - filled);
            for (int i = 0; i < length; i++) target[filled + i] = hours[(start + i) % hours.Count];
        }
    }
}
