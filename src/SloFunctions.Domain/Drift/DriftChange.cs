namespace SloFunctions.Domain.Drift;

/// <summary>The level of a series since its last change.</summary>
/// <param name="Onset">When the change began, by estimate.</param>
/// <param name="Lasted">From the onset to the last value.</param>
/// <param name="Level">The value since then, in the unit of the series: the median of the means of five minutes.</param>
/// <param name="Usual">What the baseline expected at those times, in the same unit.</param>
/// <param name="Offset">How far the level is from the usual one on the transformed scale: what <see cref="DriftBaseline.Shifted"/> takes.</param>
/// <param name="BurnRate">How fast the error budget is spent since then, 1 being just sustainable; null for latency.</param>
public sealed record DriftChange(DateTimeOffset Onset, TimeSpan Lasted, double Level, double Usual, double Offset, double? BurnRate)
{
    /// <summary>Which way the series moved.</summary>
    public DriftDirection Direction => Offset < 0 ? DriftDirection.Down : DriftDirection.Up;

    /// <summary>The level ÷ the usual one; null when that is zero.</summary>
    public double? Ratio => Usual > 0 ? Level / Usual : null;
}
