namespace SloFunctions.Application.Publishing;

/// <summary>Seconds of our code as the milliseconds of the API.</summary>
internal static class Milliseconds
{
    private const int Decimals = 3;

    /// <summary><paramref name="seconds"/> × 1000, rounded to a microsecond.</summary>
    public static double Of(double seconds) => Math.Round(seconds * 1000, Decimals);

    /// <summary>As <see cref="Of(double)"/>; null stays null.</summary>
    public static double? Of(double? seconds) => seconds is { } value ? Of(value) : null;

    /// <summary>A difference of durations to nine significant digits: however small, it does not become 0.</summary>
    public static double Difference(double seconds) => Significant.Of(seconds * 1000);
}
