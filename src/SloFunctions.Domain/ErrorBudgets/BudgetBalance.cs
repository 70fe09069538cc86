using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>What is left of the error budget of one objective: the bad events that its target allows among those counted, less the bad ones.</summary>
public sealed record BudgetBalance
{
    private const int ShareDecimals = 12;

    private BudgetBalance(SliCounts counts, double allowedShare)
    {
        Counts = counts;
        AllowedBad = counts.Total * allowedShare;
        // Targets have few decimals: so many are more than they have, and hide what binary division adds.
        ConsumedShare = Math.Round((double)counts.Bad / counts.Total / allowedShare, ShareDecimals);
    }

    /// <summary>What was counted.</summary>
    public SliCounts Counts { get; }

    /// <summary>Bad events that the target allows among so many, above 0; not a whole number.</summary>
    public double AllowedBad { get; }

    /// <summary>Bad events ÷ allowed ones: 0 or more, above 1 when the objective is missed.</summary>
    public double ConsumedShare { get; }

    /// <summary>The share of the budget that is left: at most 1, below 0 when the objective is missed.</summary>
    public double RemainingShare => Math.Round(1 - ConsumedShare, ShareDecimals);

    /// <summary>Whether nothing is left: one more bad event and the objective is missed, if it is not already.</summary>
    public bool IsExhausted => ConsumedShare >= 1;

    /// <summary>The balance over the SLO window.</summary>
    /// <param name="counts">The events of the window, good ones as the objective means it.</param>
    /// <param name="target">The share of good events promised, in (0, 1).</param>
    /// <returns>Null without events, which is missing data and not an untouched budget.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target lies outside its range.</exception>
    public static BudgetBalance? Of(SliCounts counts, double target)
    {
        if (target is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in (0, 1).");
        return counts.Total == 0 ? null : new BudgetBalance(counts, AllowedShare(target));
    }

    // In decimals 1 − 0.999 is 0.001. A target closer to 1 than they tell apart is left to binary numbers.
    private static double AllowedShare(double target)
    {
        decimal share = 1m - (decimal)target;
        return share is > 0 and < 1 ? (double)share : 1 - target;
    }
}
