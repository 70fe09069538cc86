namespace SloFunctions.Domain.Impact;

/// <summary>
/// The cheapest levels of units that are all needed. With unavailabilities u the cost Σ w · log10(u₀ ÷ u) is convex, and so is the
/// condition Σ −ln(1 − u) ≤ −ln T that their product reaches T: levels are optimal exactly when one price per unit of that sum explains
/// them all (S. Boyd and L. Vandenberghe 2004, "Convex Optimization", section 5.5).
/// </summary>
internal static class WaterFilling
{
    // Prices from far below the smallest weight to where levels vanish.
    private const double LeastLogPrice = -60;
    private const double MostLogPrice = 100;

    /// <summary>Finds the levels.</summary>
    /// <param name="units">What is needed.</param>
    /// <param name="availability">What their availabilities must multiply to at least, a ratio in (0, 1].</param>
    /// <returns>A level for each unit; null when even the lowest levels do not reach it.</returns>
    public static double[]? Levels(IReadOnlyList<ImprovableUnit> units, double availability)
    {
        if (availability > 1) return null;
        double allowed = -Math.Log(availability);
        double[] levels = [.. units.Select(u => u.Level)];
        if (Sum(levels) <= allowed) return levels;
        levels = [.. units.Select(u => u.Floor)];
        if (Sum(levels) >= allowed) return null;

        double low = LeastLogPrice, high = MostLogPrice;
        while (true)
        {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) return levels;
            double[] tried = [.. units.Select(u => u.Best(Math.Exp(middle)))];
            if (Sum(tried) <= allowed) (high, levels) = (middle, tried);
            else low = middle;
        }
    }

    private static double Sum(double[] levels) => levels.Sum(MinusLogOfRest);

    // −ln(1 − u): by its series where 1 − u would lose the digits of u.
    private static double MinusLogOfRest(double u) => u < 1e-4 ? u * (1 + (u * ((1.0 / 2) + (u * ((1.0 / 3) + (u / 4)))))) : -Math.Log(1 - u);
}
