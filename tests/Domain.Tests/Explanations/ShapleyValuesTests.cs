using System.Text.Json;
using SloFunctions.Domain.Explanations;
using SloFunctions.Testing;

namespace SloFunctions.Domain.Tests.Explanations;

public sealed class ShapleyValuesTests
{
    private static readonly double[] Instance = [0.9992, 0.9995, 0.9999, 0.999];
    private static readonly double[] Background = [0.999, 0.999, 0.999, 0.9995];

    private static readonly Dictionary<string, (int Players, Func<uint, double> Value)> References = new()
    {
        ["glove L={0},R={1,2}"] = (3, Games.Glove),
        ["airport c=1,2,3"] = (3, Games.Airport),
        ["majority [51;50,49,1]"] = (3, Games.Majority),
        ["null+linear 3x0-2x1+0x2 +7"] = (3, Games.Linear),
        ["AND of 3"] = (3, Games.All(3)),
        ["UNSC 5 veto of 9/15"] = (15, Games.SecurityCouncil),
        ["min(h, s*d1*d2) x=[0.9992, 0.9995, 0.9999, 0.999] base=[0.999, 0.999, 0.999, 0.9995]"] = (4, LessOfHistoryAndProduct),
    };

    public static TheoryData<string> Cases => [.. ReadOracle().EnumerateObject().Select(game => game.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_values_are_the_reference_ones(string name)
    {
        var expected = ReadOracle().GetProperty(name);
        var (players, value) = References[name];

        var actual = ShapleyValues.Of(players, value);

        actual.BaseValue.ShouldBe(expected.GetProperty("v_empty").GetDouble(), 1e-15);
        double[] phi = [.. expected.GetProperty("phi").EnumerateArray().Select(p => p.GetDouble())];
        actual.Phi.Count.ShouldBe(phi.Length);
        for (int i = 0; i < phi.Length; i++) actual.Phi[i].ShouldBe(phi[i], 1e-14);
    }

    [Fact]
    public void Every_game_has_its_reference() =>
        ReadOracle().EnumerateObject().Select(game => game.Name).ShouldBe(References.Keys, ignoreOrder: true);

    [Fact]
    public void Each_coalition_is_evaluated_once()
    {
        var asked = new List<uint>();

        ShapleyValues.Of(5, coalition => { asked.Add(coalition); return 0; });

        asked.ShouldBe(Enumerable.Range(0, 32).Select(i => (uint)i));
    }

    [Fact]
    public void Inert_features_cost_nothing_and_get_nothing()
    {
        var asked = new List<uint>();

        var values = ShapleyValues.Of(4, c => { asked.Add(c); return c.Has(1) ? 2 : c.Has(3) ? 1 : 0; }, inert: 0b0101);

        asked.ShouldBe([0b0000, 0b0010, 0b1000, 0b1010]);
        values.Phi.ShouldBe([0, 1.5, 0, 0.5]);
    }

    [Fact]
    public void Without_features_the_value_is_the_base_value()
    {
        foreach (var values in new[] { ShapleyValues.Of(0, _ => 3), ShapleyValues.Of(2, _ => 3, inert: 0b11) })
        {
            (values.BaseValue, values.Value).ShouldBe((3, 3));
            values.Phi.ShouldAllBe(phi => phi == 0);
        }
    }

    [Fact]
    public void The_most_features_are_sixteen()
    {
        var values = ShapleyValues.Of(ShapleyValues.MostFeatures, Games.All(16));

        foreach (double phi in values.Phi) phi.ShouldBe(1 / 16.0, 1e-16);
        Should.Throw<ArgumentOutOfRangeException>(() => ShapleyValues.Of(17, _ => 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ShapleyValues.Of(-1, _ => 0));
        Should.Throw<ArgumentOutOfRangeException>(() => ShapleyValues.Of(2, _ => 0, inert: 0b100));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double value)
    {
        Should.Throw<ArgumentException>(() => ShapleyValues.Of(2, c => c == 2 ? value : 0));
    }

    private static JsonElement ReadOracle() => JsonSerializer.Deserialize<JsonElement>(
        File.ReadAllText(RepositoryRoot.Combine("tests", "Domain.Tests", "Oracles", "shapley.json")));

    // A target capped by what the dependencies allow: min(history, self × both dependencies).
    private static double LessOfHistoryAndProduct(uint coalition)
    {
        double[] x = [.. Instance.Select((value, i) => coalition.Has(i) ? value : Background[i])];
        return Math.Min(x[0], x[1] * x[2] * x[3]);
    }
}
