using SloFunctions.Domain.Explanations;
using SloFunctions.Domain.Recommendations;

namespace SloFunctions.Domain.Tests.Explanations;

public sealed class CounterfactualSearchTests
{
    // The target of a service that is as good as itself and one dependency: snapped to the usual levels.
    private static double Snapped(double[] x) => TargetLadder.Floor(x[0] * x[1]) ?? double.NaN;

    [Fact]
    public void A_changed_input_is_run()
    {
        var search = new CounterfactualSearch([0.9999, 0.9985], Snapped);

        search.Target.ShouldBe(0.998);
        search.With(1, 0.99985).ShouldBe(new Counterfactual(1, 0.9985, 0.99985, 0.998, 0.9995));
    }

    [Fact]
    public void The_smallest_improvement_of_an_availability_is_told_in_few_digits()
    {
        var rise = new CounterfactualSearch([0.9999, 0.9985], Snapped).SmallestRise(1, 1, FeatureScale.LogUnavailability).ShouldNotBeNull();

        // 0.999 ÷ 0.9999 is an unavailability of 0.00090009; the next one of three digits is 0.0009.
        rise.ShouldBe(new Counterfactual(1, 0.9985, 0.9991, 0.998, 0.999));
    }

    [Fact]
    public void The_smallest_deterioration_is_found_alike()
    {
        var fall = new CounterfactualSearch([0.9999, 0.9985], Snapped).SmallestFall(1, 0, FeatureScale.LogUnavailability).ShouldNotBeNull();

        // 0.9981 still gives 0.99800019.
        fall.ShouldBe(new Counterfactual(1, 0.9985, 0.99809, 0.998, 0.995));
    }

    [Fact]
    public void A_perfect_dependency_may_not_suffice()
    {
        new CounterfactualSearch([0.9985, 0.9999], Snapped).SmallestRise(1, 1, FeatureScale.LogUnavailability).ShouldBeNull();
    }

    [Fact]
    public void The_highest_target_cannot_rise()
    {
        new CounterfactualSearch([0.999999, 0.999999], Snapped).SmallestRise(0, 1, FeatureScale.LogUnavailability).ShouldBeNull();
    }

    [Fact]
    public void No_target_ranks_below_every_target()
    {
        var search = new CounterfactualSearch([0.5, 1], Snapped);

        search.Target.ShouldBeNull();
        search.SmallestFall(0, 0, FeatureScale.Linear).ShouldBeNull();
        var rise = search.SmallestRise(0, 1, FeatureScale.Linear).ShouldNotBeNull();
        (rise.TargetBefore, rise.To, rise.Target).ShouldBe((null, 0.9, 0.9));
        new CounterfactualSearch([0.95, 1], Snapped).SmallestFall(0, 0.5, FeatureScale.Linear)!.Target.ShouldBe(0.9);
        new CounterfactualSearch([0.9, 1], Snapped).SmallestFall(0, 0.5, FeatureScale.Linear)!.Target.ShouldBeNull();
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void A_target_that_is_not_finite_is_none(double none)
    {
        var search = new CounterfactualSearch([1], x => x[0] > 1.5 ? 0.9 : none);

        search.Target.ShouldBeNull();
        search.With(0, 1.2).Target.ShouldBeNull();
        search.SmallestRise(0, 2, FeatureScale.Linear)!.Target.ShouldBe(0.9);
    }

    [Fact]
    public void Only_the_limit_itself_may_reach_it()
    {
        new CounterfactualSearch([0.5], x => x[0] >= 1 ? 1 : 0).SmallestRise(0, 1, FeatureScale.Linear)!.To.ShouldBe(1);
        new CounterfactualSearch([0.5], x => x[0] <= 0 ? 1 : 0).SmallestRise(0, 0, FeatureScale.Logarithmic)!.To.ShouldBe(0);
        new CounterfactualSearch([0.5], x => x[0] >= 1 ? 1 : 0).SmallestRise(0, 1, FeatureScale.LogUnavailability)!.To.ShouldBe(1);
    }

    [Fact]
    public void A_change_over_many_decades_is_found()
    {
        var rise = new CounterfactualSearch([0.3], x => x[0] <= 2.5e-12 ? 1 : 0).SmallestRise(0, 0, FeatureScale.Logarithmic);

        rise.ShouldNotBeNull().To.ShouldBe(2.5e-12);
    }

    [Fact]
    public void The_function_may_keep_or_change_what_it_is_given()
    {
        double[] instance = [1, 2];
        var search = new CounterfactualSearch(instance, x => { double sum = x[0] + x[1]; Array.Clear(x); return sum; });
        instance[1] = 7;

        search.With(0, 3).ShouldBe(new Counterfactual(0, 1, 3, 3, 5));
    }

    [Fact]
    public void Impossible_questions_are_refused()
    {
        var search = new CounterfactualSearch([1, 2], _ => 0);

        Should.Throw<ArgumentOutOfRangeException>(() => search.With(2, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => search.With(-1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => search.With(0, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => search.SmallestRise(0, double.PositiveInfinity, FeatureScale.Linear));
        Should.Throw<ArgumentException>(() => new CounterfactualSearch([double.NaN], _ => 0));
    }
}
