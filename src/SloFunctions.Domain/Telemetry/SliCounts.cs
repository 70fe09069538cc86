namespace SloFunctions.Domain.Telemetry;

/// <summary>Good and total events of a service over some time. Counts are added; ratios never are.</summary>
public readonly record struct SliCounts
{
    /// <summary>Counts good and total events.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more events are good than there are.</exception>
    public SliCounts(long good, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(good, total);
        Good = good;
        Total = total;
    }

    /// <summary>Events that went well; at most <see cref="Total"/>.</summary>
    public long Good { get; }

    /// <summary>All events.</summary>
    public long Total { get; }

    /// <summary>Events that did not go well.</summary>
    public long Bad => Total - Good;

    /// <summary>Good ÷ total in [0, 1]; null without events, which is missing data and not 100 %.</summary>
    public double? Ratio => Total == 0 ? null : (double)Good / Total;

    /// <summary>The events of both.</summary>
    public static SliCounts operator +(SliCounts left, SliCounts right) => new(left.Good + right.Good, left.Total + right.Total);
}
