namespace SloFunctions.Application.Publishing;

/// <summary>Ratios of our code as the percentages of the API.</summary>
public static class Percent
{
    // Six decimals of a percentage keep a ten-millionth of a ratio apart: nine nines.
    private const int Decimals = 6;
    private const int PreciseDecimals = 10;
    private const int RatioDecimals = 14;

    /// <summary><paramref name="ratio"/> × 100, rounded to six decimals.</summary>
    public static double Of(double ratio) => Math.Round(ratio * 100, Decimals, MidpointRounding.ToEven);

    /// <summary>As <see cref="Of(double)"/>; null stays null.</summary>
    public static double? Of(double? ratio) => ratio is { } value ? Of(value) : null;

    /// <summary><paramref name="ratio"/> × 100, rounded to ten decimals: for composites, of which much smaller parts are compared.</summary>
    public static double Precise(double ratio) => Math.Round(ratio * 100, PreciseDecimals, MidpointRounding.ToEven);

    /// <summary>As <see cref="Precise(double)"/>; null stays null.</summary>
    public static double? Precise(double? ratio) => ratio is { } value ? Precise(value) : null;

    /// <summary>A difference of ratios in percentage points, to nine significant digits: however small, it does not become 0.</summary>
    public static double Difference(double difference) => Significant.Of(difference * 100);

    /// <summary>A percentage in (0, 100) as the ratio in (0, 1) that people mean: 99.9 is 0.999, whatever binary division makes of it.</summary>
    public static double ToRatio(double percentage)
    {
        double rounded = Math.Round(percentage / 100, RatioDecimals, MidpointRounding.ToEven);
        return rounded is > 0 and < 1 ? rounded : percentage / 100;
    }
}
