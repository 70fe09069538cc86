using SloFunctions.Domain.Explanations;

namespace SloFunctions.Domain.Tests.Explanations;

/// <summary>The axioms that single out Shapley's values, on games without any structure.</summary>
public sealed class ShapleyLawTests
{
    [Fact]
    public void Efficiency_what_the_features_add_is_the_whole_difference() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 10);
        double[] game = Games.Random(random, n, Math.Pow(10, -6 * random.Unit()));

        var values = ShapleyValues.Of(n, c => game[c]);

        values.Phi.Sum().ShouldBe(game[^1] - game[0], 1e-12 * game.Max(Math.Abs));
    });

    [Fact]
    public void Efficiency_holds_where_small_differences_sit_on_values_near_one() => Property.Holds(100, random =>
    {
        double[] game = [.. Games.Random(random, 12, 1e-5).Select(v => 0.999 + v)];

        var values = ShapleyValues.Of(12, c => game[c]);

        values.Phi.Sum().ShouldBe(game[^1] - game[0], 1e-12 * 1e-5);
    });

    [Fact]
    public void Symmetry_players_who_add_the_same_get_the_same() => Property.Holds(200, random =>
    {
        int n = random.Between(2, 8);
        double[] game = Games.Random(random, n, 1);

        // Swapping the first two players changes nothing once both ways count alike.
        var values = ShapleyValues.Of(n, c => (game[c] + game[Swap(c)]) / 2);

        values.Phi[0].ShouldBe(values.Phi[1], 1e-14);

        static uint Swap(uint c) => (c & ~3u) | ((c & 1) << 1) | ((c >> 1) & 1);
    });

    [Fact]
    public void Dummy_a_player_who_adds_a_constant_gets_it() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 8);
        int dummy = random.Between(0, n - 1);
        double own = random.Chance(0.5) ? 0 : random.Unit();
        double[] game = Games.Random(random, n, 1);

        var values = ShapleyValues.Of(n, c => game[c & ~(1u << dummy)] + (c.Has(dummy) ? own : 0));

        values.Phi[dummy].ShouldBe(own, 1e-14);
        if (own == 0) values.Phi[dummy].ShouldBe(0);
    });

    [Fact]
    public void Linearity_the_values_of_a_combination_are_the_combined_values() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 8);
        double[] f = Games.Random(random, n, 1);
        double[] g = Games.Random(random, n, 1);
        double weight = (4 * random.Unit()) - 2;

        var both = ShapleyValues.Of(n, c => f[c] + (weight * g[c]));

        var (first, second) = (ShapleyValues.Of(n, c => f[c]), ShapleyValues.Of(n, c => g[c]));
        for (int i = 0; i < n; i++) both.Phi[i].ShouldBe(first.Phi[i] + (weight * second.Phi[i]), 1e-14);
    });

    [Fact]
    public void The_order_of_features_means_nothing() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 8);
        double[] game = Games.Random(random, n, 1);
        int[] order = random.Shuffled(Enumerable.Range(0, n));

        var values = ShapleyValues.Of(n, c => game[c]);
        var shuffled = ShapleyValues.Of(n, c => game[Original(c)]);

        for (int i = 0; i < n; i++) shuffled.Phi[i].ShouldBe(values.Phi[order[i]], 1e-14);

        uint Original(uint c) => (uint)order.Where((_, i) => c.Has(i)).Sum(player => 1 << player);
    });

    [Fact]
    public void Declaring_features_inert_that_are_changes_nothing() => Property.Holds(200, random =>
    {
        int n = random.Between(1, 8);
        uint inert = (uint)random.Below(1 << n);
        double[] game = Games.Random(random, n, 1);

        var told = ShapleyValues.Of(n, c => game[c & ~inert], inert);
        var untold = ShapleyValues.Of(n, c => game[c & ~inert]);

        (told.BaseValue, told.Value).ShouldBe((untold.BaseValue, untold.Value));
        for (int i = 0; i < n; i++) told.Phi[i].ShouldBe(untold.Phi[i], 1e-14);
    });
}
