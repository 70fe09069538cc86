using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

public sealed class ContributionTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Importances_are_the_differences_that_enumeration_finds() => Property.Holds(400, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 9), cyclic: random.Chance(0.4));
        var rule = random.Chance(0.5) ? CycleRule.WeakestMember : CycleRule.AllUp;
        int target = random.Below(network.Services);
        double composite = network.Enumerate(rule)[target];

        var contributions = network.Network(rule).Contributions(target, network.Own).ToDictionary(c => c.Service);

        for (int service = 0; service < network.Services; service++)
        {
            var found = contributions.GetValueOrDefault(service) ?? new Contribution(service, 0, 0);
            double perfect = network.With(service, 1).Enumerate(rule)[target];
            found.Importance.ShouldBe(perfect - network.With(service, 0).Enumerate(rule)[target], Rounding);
            if (composite < 1 - 1e-9) found.Share.ShouldBe((perfect - composite) / (1 - composite), 1e-9);
        }
    });

    [Fact]
    public void Outside_cycles_the_share_is_unavailability_times_importance() => Property.Holds(400, random =>
    {
        var network = SmallNetwork.Random(random, random.Between(1, 9));
        double unavailability = 1 - network.Solve()[^1];
        if (unavailability < 1e-9) return;

        foreach (var c in network.Network().Contributions(network.Services - 1, network.Own))
            c.Share.ShouldBe((1 - network.Own[c.Service]) * c.Importance / unavailability, 1e-9);
    });

    [Fact]
    public void Contributions_come_largest_first_and_name_the_bottleneck()
    {
        var network = SmallNetwork.Parse("a:0.9999 b:0.999 c:0.9995 d:0.998 e:0.9 f:0.9", "a>b b>c a>d a>e|f");

        var contributions = network.Network().Contributions(0, network.Own);

        contributions.Select(c => c.Service).ShouldBe([4, 5, 3, 1, 2, 0]);
        contributions[2].Share.ShouldBe(0.002 * 0.99 * 0.9999 * 0.999 * 0.9995 / (1 - (0.99 * 0.9999 * 0.999 * 0.9995 * 0.998)), Rounding);
    }

    [Fact]
    public void Nothing_contributes_to_an_unavailability_of_zero()
    {
        var network = SmallNetwork.Parse("a:1 b:1", "a>b");

        network.Network().Contributions(0, network.Own).ShouldAllBe(c => c.Share == 0 && c.Importance == 1);
    }

    [Fact]
    public void What_only_stands_behind_a_satisfied_group_does_not_matter()
    {
        var network = SmallNetwork.Parse("a:0.9 b:0.9 c:0.9", "a>b a>b|c");

        network.Network().Contributions(0, network.Own).Select(c => c.Service).ShouldBe([0, 1]);
    }
}
