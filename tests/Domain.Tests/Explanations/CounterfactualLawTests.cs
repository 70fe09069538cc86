using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Randomness;

namespace SloFunctions.Domain.Tests.Explanations;

/// <summary>On monotone step functions with steps anywhere, several at one place, or none at all.</summary>
public sealed class CounterfactualLawTests
{
    private static readonly FeatureScale[] Scales = [FeatureScale.Linear, FeatureScale.Logarithmic, FeatureScale.LogUnavailability];

    [Fact]
    public void Every_answer_is_what_a_run_gives_and_better_than_before() => Property.Holds(1000, random =>
    {
        var (target, from, limit, _) = Steps(random);
        var search = new CounterfactualSearch([from], target);

        foreach (var scale in Scales)
        {
            if (search.SmallestRise(0, limit, scale) is not { } rise) continue;

            rise.Target.ShouldBe(Finite(target([rise.To])));
            rise.TargetBefore.ShouldBe(Finite(target([from])));
            (rise.Target > (rise.TargetBefore ?? double.NegativeInfinity)).ShouldBeTrue();
            rise.To.ShouldBeInRange(Math.Min(from, limit), Math.Max(from, limit));
        }
    });

    [Fact]
    public void It_is_reachable_exactly_when_the_limit_reaches_it() => Property.Holds(1000, random =>
    {
        var (target, from, limit, _) = Steps(random);
        bool isReachable = (Finite(target([limit])) ?? -1) > (Finite(target([from])) ?? -1);

        foreach (var scale in Scales)
        {
            (new CounterfactualSearch([from], target).SmallestRise(0, limit, scale) is not null).ShouldBe(isReachable);
        }
    });

    [Fact]
    public void Nothing_clearly_smaller_would_do() => Property.Holds(1000, random =>
    {
        var (target, from, limit, first) = Steps(random);

        foreach (var scale in Scales)
        {
            if (new CounterfactualSearch([from], target).SmallestRise(0, limit, scale) is not { } rise) continue;

            // Three digits of what is rounded: the value, or one minus it.
            double rounded = scale == FeatureScale.LogUnavailability ? 1 - first : first;
            Math.Abs(rise.To - first).ShouldBeLessThanOrEqualTo((0.011 * Math.Abs(rounded)) + 1e-9);
        }
    });

    // Levels 0, 1, 2 … from the worst end on; below the first step there may be no target at all.
    private static (Func<double[], double> Target, double From, double Limit, double FirstStep) Steps(SeededRandom random)
    {
        bool isFalling = random.Chance(0.5);
        double[] steps = [.. Enumerable.Range(0, random.Between(0, 6)).Select(_ => Place(random)).Order()];
        if (steps.Length > 1 && random.Chance(0.3)) steps[1] = steps[0];
        double worst = random.Chance(0.5) ? double.NaN : 0;
        var (low, high) = (Place(random), Place(random));
        if (low > high) (low, high) = (high, low);
        if (!isFalling) return (x => Level(steps.Count(s => x[0] >= s)), low, high, steps.Where(s => s > low).DefaultIfEmpty(low).First());
        return (x => Level(steps.Count(s => x[0] <= s)), high, low, steps.Where(s => s < high).DefaultIfEmpty(high).Last());

        double Level(int level) => level == 0 ? worst : level;
    }

    private static double Place(SeededRandom random) => random.Between(0, 2) switch
    {
        0 => random.Unit(),
        1 => Math.Pow(10, -8 * random.Unit()),
        _ => 1 - Math.Pow(10, -8 * random.Unit()),
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
