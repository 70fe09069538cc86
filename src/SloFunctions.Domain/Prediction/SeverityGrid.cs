namespace SloFunctions.Domain.Prediction;

/// <summary>
/// The impacts that severities are spread over: sixteen to the octave from 2⁻²⁴ to 1, fine enough that neighbours differ by
/// less than 5 %.
/// </summary>
public static class SeverityGrid
{
    /// <summary>Points to a doubling.</summary>
    public const int PerOctave = 16;

    /// <summary>The number of points.</summary>
    public const int Count = (24 * PerOctave) + 1;

    /// <summary>The impact of each point, ascending to 1.</summary>
    public static readonly IReadOnlyList<double> Impacts = [.. Enumerable.Range(0, Count).Select(i => Math.Pow(2, ((double)i / PerOctave) - 24))];

    /// <summary>Where an impact lies between the points, within [0, <see cref="Count"/> − 1].</summary>
    /// <param name="impact">Above 0.</param>
    public static double PositionOf(double impact) => Math.Clamp((Math.Log2(impact) + 24) * PerOctave, 0, Count - 1);
}
