namespace SloFunctions.Benchmarks.Harness;

/// <summary>A figure of ours beside the same figure of the raw work, measured in turns in the same run.</summary>
/// <param name="Figure">What the figure is.</param>
/// <param name="Ours">Ours.</param>
/// <param name="Yardstick">That of the raw work; null where there is no such thing.</param>
public sealed record Comparison(string Figure, Measurement Ours, Measurement? Yardstick)
{
    /// <summary>Median ÷ median; null without a yardstick.</summary>
    public double? Ratio => Yardstick is { Median: > 0 } raw ? Ours.Median / raw.Median : null;
}
