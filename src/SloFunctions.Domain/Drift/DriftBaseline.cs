namespace SloFunctions.Domain.Drift;

/// <summary>What is usual for a series: a level for each hour of the day, and how far values stray from it.</summary>
/// <param name="Signal">What the series measures.</param>
/// <param name="HourMedians">The median of each hour of the day, UTC, from midnight; 24 of them, on the transformed scale.</param>
/// <param name="Scale">The standard deviation around them, from the median absolute deviation; above 0.</param>
/// <param name="Points">Values it was learnt from.</param>
/// <param name="From">When the first of them was measured.</param>
/// <param name="To">The end of the last of them.</param>
/// <param name="Shift">The last confirmed drift since it was learnt; null without one.</param>
public sealed record DriftBaseline(
    DriftSignal Signal, IReadOnlyList<double> HourMedians, double Scale, int Points, DateTimeOffset From, DateTimeOffset To, DriftShift? Shift = null)
{
    /// <summary>Hours in a day.</summary>
    public const int Hours = 24;

    /// <summary>Standardised values end here on both sides, so that one wild value is no change.</summary>
    public const double Clip = 8;

    /// <summary>Whether its level is an estimate from a few minutes after a drift, to be learnt again when there is more.</summary>
    public bool IsProvisional => Shift is not null;

    /// <summary>Learns from what was measured.</summary>
    /// <param name="signal">What the series measure.</param>
    /// <param name="series">The measurements, of the same kind and width as those to be judged; in any order.</param>
    /// <returns>Null when there are fewer than <see cref="DriftPolicy.LeastBaselinePoints"/> values or they cover fewer than half of the hours of the day.</returns>
    public static DriftBaseline? Learn(DriftSignal signal, params IReadOnlyList<DriftSeries> series) => BaselineLearning.Of(signal, series);

    /// <summary>The usual value at a time, in the unit of the series.</summary>
    public double Level(DateTimeOffset time) => DriftTransform.Undo(Signal, Centre(time));

    /// <summary>How far a value is from the usual one, in standard deviations, within ±<see cref="Clip"/>.</summary>
    /// <returns>Not a number for what cannot be a measurement.</returns>
    public double Standardise(DateTimeOffset time, double value) =>
        Math.Clamp((DriftTransform.Apply(Signal, value) - Centre(time)) / Scale, -Clip, Clip);

    /// <summary>The baseline after a confirmed drift: the same shape of the day, at another level from its onset on.</summary>
    /// <param name="onset">When the drift began.</param>
    /// <param name="offset">How far the level moved from this baseline's, on the transformed scale; see <see cref="DriftChange.Offset"/>.</param>
    public DriftBaseline Shifted(DateTimeOffset onset, double offset)
    {
        double before = Shift?.After ?? 0;
        return this with { Shift = new DriftShift(onset, before, before + offset) };
    }

    /// <summary>The usual value on the transformed scale.</summary>
    internal double Centre(DateTimeOffset time)
    {
        double shift = Shift is null ? 0 : time < Shift.Since ? Shift.Before : Shift.After;
        return HourMedians[time.UtcDateTime.Hour] + shift;
    }
}
