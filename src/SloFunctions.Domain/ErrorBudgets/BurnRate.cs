using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>How fast an error budget is spent: 1 spends it exactly over the SLO's window, 2 twice as fast.</summary>
public static class BurnRate
{
    /// <summary>The share of bad events ÷ the share that the target allows.</summary>
    /// <param name="counts">Events of any length of time.</param>
    /// <param name="target">A ratio in [0, 1); at 1 there is no budget to spend.</param>
    /// <returns>0 or more; null without events.</returns>
    public static double? Of(SliCounts counts, double target)
    {
        if (target is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in [0, 1).");
        return counts.Total == 0 ? null : (double)counts.Bad / counts.Total / (1 - target);
    }
}
