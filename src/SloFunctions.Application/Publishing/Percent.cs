namespace SloFunctions.Application.Publishing;

/// <summary>Ratios of our code as the percentages of the API.</summary>
public static class Percent
{
    // Six decimals of a percentage keep a ten-millionth of a ratio apart: nine nines.
    private const int Decimals = 6;

    /// <summary><paramref name="ratio"/> × 100, rounded to six decimals.</summary>
    public static double Of(double ratio) => Math.Round(ratio * 100, Decimals, MidpointRounding.ToEven);

    /// <summary>As <see cref="Of(double)"/>; null stays null.</summary>
    public static double? Of(double? ratio) => ratio is { } value ? Of(value) : null;
}
