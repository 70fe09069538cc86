namespace SloFunctions.Domain.Recommendations;

/// <summary>
/// The availability targets that people recognise. 100 % is never among them: no error budget would be left to change
/// anything with.
/// </summary>
public static class TargetLadder
{
    // Ratios of computed availabilities may fall short of a level by rounding alone.
    private const double RoundingTolerance = 1e-12;

    /// <summary>The levels as ratios, ascending.</summary>
    public static readonly IReadOnlyList<double> Levels =
        [0.90, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995, 0.9999, 0.99995, 0.99999];

    /// <summary>The highest level that is not above <paramref name="availability"/>; null when even the lowest is.</summary>
    /// <param name="availability">A ratio in [0, 1].</param>
    public static double? Floor(double availability)
    {
        double? floor = null;
        foreach (double level in Levels)
        {
            if (level <= availability + RoundingTolerance) floor = level;
        }

        return floor;
    }

    /// <summary>
    /// The highest level, not above <paramref name="target"/>, whose error budget holds at least one request: a budget of
    /// less than one bad request cannot be kept, only met by luck.
    /// </summary>
    /// <param name="target">A level of the ladder.</param>
    /// <param name="requests">Expected requests in an SLO window.</param>
    /// <returns>The level; null when the traffic supports none.</returns>
    public static double? SupportedBy(double target, double requests)
    {
        double? supported = null;
        foreach (double level in Levels)
        {
            if (level <= target && (1 - level) * requests >= 1 - RoundingTolerance) supported = level;
        }

        return supported;
    }
}
