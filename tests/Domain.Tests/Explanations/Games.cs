using System.Numerics;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Explanations;

/// <summary>Cooperative games whose Shapley values are known, and random ones.</summary>
internal static class Games
{
    public static bool Has(this uint coalition, int player) => (coalition & (1u << player)) != 0;

    public static Func<uint, double> Glove => c => c.Has(0) && (c.Has(1) || c.Has(2)) ? 1 : 0;

    public static Func<uint, double> Airport => c => Enumerable.Range(0, 3).Where(i => c.Has(i)).Select(i => i + 1.0).DefaultIfEmpty(0).Max();

    public static Func<uint, double> Majority => c => Weight(c, 50, 49, 1) >= 51 ? 1 : 0;

    public static Func<uint, double> Linear => c => 7 + Weight(c, 3, -2, 0);

    public static Func<uint, double> All(int players) => c => BitOperations.PopCount(c) == players ? 1 : 0;

    // Five members with a veto, nine votes of fifteen.
    public static Func<uint, double> SecurityCouncil => c => (c & 0b11111) == 0b11111 && BitOperations.PopCount(c) >= 9 ? 1 : 0;

    /// <summary>A value for each coalition, without any structure; repeated questions get the same answer.</summary>
    public static double[] Random(SeededRandom random, int players, double size) =>
        [.. Enumerable.Range(0, 1 << players).Select(_ => size * ((2 * random.Unit()) - 1))];

    private static double Weight(uint coalition, params int[] weights) => weights.Where((_, i) => coalition.Has(i)).Sum();
}
