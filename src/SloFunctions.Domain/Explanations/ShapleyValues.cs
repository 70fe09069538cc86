using System.Numerics;
using SloFunctions.Domain.Statistics;

namespace SloFunctions.Domain.Explanations;

/// <summary>
/// Exact Shapley values (Shapley 1953): φᵢ = Σ_S |S|! (n − |S| − 1)! ÷ n! · (v(S ∪ i) − v(S)) over all coalitions S without i.
/// Interventional: a feature outside the coalition takes its background value, whatever the others are, so that a
/// feature the value does not depend on gets nothing, however strongly it is correlated with one that matters.
/// </summary>
public static class ShapleyValues
{
    /// <summary>The most features; each further one doubles the number of coalitions.</summary>
    public const int MostFeatures = 16;

    /// <summary>Takes a value apart. Each coalition is evaluated once, 2ⁿ in all for n features that are not inert.</summary>
    /// <param name="features">The number of features, at most <see cref="MostFeatures"/>.</param>
    /// <param name="value">
    /// The value of a coalition: bit i set when feature i is taken from the instance, clear when from the background. Finite.
    /// </param>
    /// <param name="inert">
    /// Features whose instance equals the background, as bits: they get 0, cost no evaluation and are never set in a coalition.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many features, or an inert one is none of them.</exception>
    /// <exception cref="ArgumentException">The value of a coalition is not finite.</exception>
    public static ShapleyDecomposition Of(int features, Func<uint, double> value, uint inert = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(features);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features, MostFeatures);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inert, (1u << features) - 1, nameof(inert));

        int[] players = [.. Enumerable.Range(0, features).Where(i => (inert & (1u << i)) == 0)];
        double[] values = Evaluate(players, value);
        var phi = new double[features];
        for (int i = 0; i < players.Length; i++) phi[players[i]] = Phi(i, players.Length, values);
        return new ShapleyDecomposition(values[0], values[^1], phi);
    }

    private static double[] Evaluate(int[] players, Func<uint, double> value)
    {
        var values = new double[1 << players.Length];
        for (uint coalition = 0; coalition < values.Length; coalition++)
        {
            double v = value(Spread(coalition, players));
            if (!double.IsFinite(v)) throw new ArgumentException($"The value of coalition {coalition:b} is not finite.", nameof(value));
            values[coalition] = v;
        }

        return values;
    }

    // Coalitions of players only are numbered without holes; the caller counts in features.
    private static uint Spread(uint coalition, int[] players)
    {
        uint features = 0;
        for (int i = 0; i < players.Length; i++) features |= ((coalition >> i) & 1) << players[i];
        return features;
    }

    // Coalitions of one size share their weight 1 ÷ (n · C(n − 1, size)): summing by size needs no factorials, and the
    // division is the only place where a weight is rounded.
    private static double Phi(int player, int players, double[] values)
    {
        uint own = 1u << player;
        var bySize = new CompensatedSum[players];
        for (uint coalition = 0; coalition < values.Length; coalition++)
        {
            if ((coalition & own) == 0) bySize[BitOperations.PopCount(coalition)].Add(values[coalition | own] - values[coalition]);
        }

        var phi = default(CompensatedSum);
        long coalitions = 1;
        for (int size = 0; size < players; size++)
        {
            phi.Add(bySize[size].Value / (players * coalitions));
            coalitions = coalitions * (players - 1 - size) / (size + 1);
        }

        return phi.Value;
    }
}
