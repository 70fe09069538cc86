using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Reliability;

namespace SloFunctions.Domain.Tests.Reliability;

/// <summary>
/// A service that needs one of each two neighbours on a square grid. Diagrams of it do not fit, while going through it field by
/// field, remembering which of the last row's fields work, gives its availability.
/// </summary>
public sealed class MonteCarloTests
{
    private const int Side = 15;
    private const int Fields = Side * Side;

    private static readonly ReliabilityNetwork Grid = new(Fields + 1, [], [.. Neighbours()]);

    [Fact]
    public void An_entangled_network_is_estimated_and_says_so()
    {
        double[] own = Own(new SeededRandom(1), 0.02);

        var composite = Grid.Solve(Fields, own);

        composite.Method.ShouldBe(SolutionMethod.MonteCarlo);
        composite.Lower.ShouldBeLessThan(composite.Availability);
        composite.Upper.ShouldBeGreaterThan(composite.Availability);
        composite.Availability.ShouldBe(Exact(own), 0.01);
        Grid.Solve(Fields, own).ShouldBe(composite);
    }

    [Fact]
    public void Its_intervals_hold_the_true_value_about_as_often_as_they_promise()
    {
        var random = new SeededRandom(7);
        int held = 0;
        const int Runs = 40;
        for (int i = 0; i < Runs; i++)
        {
            double[] own = Own(random, 0.03);
            var composite = Grid.Solve(Fields, own);
            double exact = Exact(own);
            if (exact >= composite.Lower && exact <= composite.Upper) held++;
        }

        held.ShouldBeInRange(35, 40);
    }

    // So rare that the draws see next to nothing of them: the ends are then what must be.
    [Fact]
    public void Failures_too_rare_to_be_drawn_are_bounded_nevertheless()
    {
        double[] own = Own(new SeededRandom(11), 1e-4);

        var composite = Grid.Solve(Fields, own);

        double exact = Exact(own);
        composite.Method.ShouldBe(SolutionMethod.MonteCarlo);
        exact.ShouldBeInRange(composite.Lower, composite.Upper);
        (exact - composite.Lower).ShouldBeLessThan((1 - exact) / 10);
    }

    [Fact]
    public void What_is_certain_is_multiplied_and_not_drawn()
    {
        double[] own = Own(new SeededRandom(3), 0.02);
        var perfect = Grid.Solve(Fields, own);
        own[Fields] = 0.5;

        Grid.Solve(Fields, own).ShouldBe(perfect.Times(0.5));
    }

    [Fact]
    public void Contributions_are_estimated_from_the_same_draws()
    {
        double[] own = Own(new SeededRandom(5), 0.03);
        int field = (Side * (Side / 2)) + (Side / 2);
        own[field] = 0.5;
        double[] with = [.. own], without = [.. own];
        (with[field], without[field]) = (1, 0);

        var contributions = Grid.Contributions(Fields, own);

        contributions.Single(c => c.Service == field).Importance.ShouldBe(Exact(with) - Exact(without), 0.02);
        contributions.Single(c => c.Service == Fields).Share.ShouldBe(0);
    }

    private static IEnumerable<NetworkGroup> Neighbours()
    {
        for (int field = 0; field < Fields; field++)
        {
            if (field % Side > 0) yield return new NetworkGroup(Fields, [field - 1, field]);
            if (field >= Side) yield return new NetworkGroup(Fields, [field - Side, field]);
        }
    }

    private static double[] Own(SeededRandom random, double unavailability) =>
        [.. Enumerable.Range(0, Fields).Select(_ => 1 - (unavailability * 2 * random.Unit())), 1];

    // The state is which of the last Side fields are down.
    private static double Exact(double[] own)
    {
        var states = new Dictionary<int, double> { [0] = 1 };
        for (int field = 0; field < Fields; field++)
        {
            var next = new Dictionary<int, double>();
            foreach (var (down, probability) in states)
            {
                int shifted = (down << 1) & ((1 << Side) - 1);
                next[shifted] = next.GetValueOrDefault(shifted) + (probability * own[field]);
                bool leftDown = field % Side > 0 && (down & 1) != 0;
                bool aboveDown = (down >> (Side - 1) & 1) != 0;
                if (!leftDown && !aboveDown) next[shifted | 1] = next.GetValueOrDefault(shifted | 1) + (probability * (1 - own[field]));
            }

            states = next;
        }

        return states.Values.Sum();
    }
}
