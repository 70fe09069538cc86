using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reliability;
using SloFunctions.Domain.Statistics;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class HistoricalAvailabilityTests
{
    private const string Capped = "Capped by the composite bound of the hard dependencies.";
    private const string Beyond =
        "Above the composite bound, and above what the hard dependencies allow a perfect service: no improvement of the service itself suffices.";

    [Fact]
    public void Targets_are_quantiles_of_the_days_floored_to_a_level()
    {
        // 100 windows, of which one holds an hour with a failure in a hundred requests.
        SliCounts?[] hours = [.. Enumerable.Range(0, 123).Select(i => (SliCounts?)new SliCounts(i == 0 ? 99_000 : 99_990, 100_000))];

        var tiers = Tiers(Histories.Of(hours));

        double worst = ((23 * 99_990) + 99_000) / 2_400_000.0;
        tiers.Select(t => t.Tier).ShouldBe([Tier.Conservative, Tier.Balanced, Tier.Aggressive]);
        tiers.Select(t => t.Windows).ShouldBe([100, 100, 100]);
        tiers.Select(t => t.RawTarget).ShouldBe([worst, worst, 0.9999]);
        tiers.Select(t => t.Target).ShouldBe([0.9990, 0.9990, 0.9999]);
        tiers.Select(t => t.BreachShare).ShouldBe([0, 0, 0.01]);
        tiers.ShouldAllBe(t => t.Notes.Count == 0 && !t.ExceedsCompositeBound);
    }

    [Fact]
    public void No_traffic_gives_no_tiers()
    {
        Tiers(Histories.Of(new SliCounts?[24 * 7])).ShouldBeEmpty();
        Tiers(Histories.Constant(7, 0, 0)).ShouldBeEmpty();
        Tiers(Histories.Of([.. Enumerable.Repeat((SliCounts?)new SliCounts(1, 1), 23)])).ShouldBeEmpty();
    }

    [Fact]
    public void A_history_without_failures_never_gives_100_percent_nor_certainty()
    {
        var tiers = Tiers(Histories.Constant(30, 1_000_000, 1_000_000));

        tiers.ShouldAllBe(t => t.RawTarget == 1 && t.Target == 0.99999 && t.BreachShare == 0);
        tiers.ShouldAllBe(t => t.Interval.Lower < 1 && t.Interval.Upper == 1);
        double mostBad = BinomialInterval.Jeffreys(0, 720_000_000, 0.95).Upper;
        tiers[0].Interval.Lower.ShouldBe(1 - mostBad, 1e-15);
    }

    [Fact]
    public void The_balanced_tier_is_capped_by_the_bound_with_its_interval_and_the_aggressive_one_is_marked()
    {
        var tiers = Tiers(Histories.Constant(30, 9_995, 10_000), Bound(0.9971));

        tiers[1].RawTarget.ShouldBe(0.9971);
        tiers[1].Target.ShouldBe(0.995);
        tiers[1].Interval.ShouldBe((0.9971, 0.9971));
        tiers[1].Notes.ShouldBe([Capped]);
        tiers[1].ExceedsCompositeBound.ShouldBeFalse();
        tiers[0].Target.ShouldBe(0.995);
        tiers[2].RawTarget.ShouldBe(0.9995);
        tiers[2].ExceedsCompositeBound.ShouldBeTrue();
        tiers[2].Notes.ShouldBe([Beyond]);
    }

    [Fact]
    public void A_bound_that_the_service_beats_is_no_cap()
    {
        var tiers = Tiers(Histories.Constant(30, 9_995, 10_000), Bound(0.9) with { Achieved = 0.9995, MaskingFactor = 0.005 });

        tiers.ShouldAllBe(t => t.Target == 0.9995 && !t.ExceedsCompositeBound);
        tiers[0].Notes.ShouldBe(["Above what the hard dependencies allow: kept only while retries, caches or fallbacks hide their failures."]);
    }

    [Fact]
    public void Between_bound_and_ceiling_the_service_itself_has_to_improve()
    {
        var service = Bound(0.9971) with { SelfAvailability = 0.9975, DependencyCeiling = Composite.Exactly(0.9971 / 0.9975) };

        var tiers = Tiers(Histories.Constant(30, 9_995, 10_000), service);

        tiers[2].Target.ShouldBe(0.9995);
        tiers[2].ExceedsCompositeBound.ShouldBeTrue();
        tiers[2].Notes.ShouldBe(["Above the composite bound, though the hard dependencies allow it: the service itself has to improve."]);
    }

    [Fact]
    public void A_target_above_what_the_dependencies_promise_says_so_and_is_kept()
    {
        var tiers = Tiers(Histories.Constant(30, 9_995, 10_000), Bound(0.9996) with { CommittedBound = 0.999 });

        tiers.ShouldAllBe(t => t.Target == 0.9995 && !t.ExceedsCompositeBound);
        tiers[1].Notes.ShouldBe(["Your dependencies deliver more than they promise: their targets alone do not allow this one."]);
    }

    [Fact]
    public void A_target_is_not_above_a_bound_that_falls_short_of_it_by_rounding()
    {
        var tiers = Tiers(Histories.Constant(30, 999, 1000), Bound(Math.BitDecrement(0.999)));

        tiers.ShouldAllBe(t => t.Target == 0.999 && !t.ExceedsCompositeBound);
    }

    [Fact]
    public void Below_90_percent_there_is_no_target_and_a_note_says_so()
    {
        var tiers = Tiers(Histories.Constant(30, 89, 100));

        tiers.ShouldAllBe(t => t.Target == null && t.BreachShare == null && !t.ExceedsCompositeBound);
        tiers.ShouldAllBe(t => t.RawTarget == 0.89);
        tiers[0].Notes.ShouldBe(["The history does not support any target of 90 % or more."]);
    }

    [Fact]
    public void Low_traffic_lowers_the_target_to_what_its_budget_can_hold()
    {
        // 672 requests in 28 days: a budget of one bad request allows 99.8 %.
        var tiers = Tiers(Histories.Constant(30, 1, 1));

        tiers.ShouldAllBe(t => t.Target == 0.998);
        tiers[0].Notes.ShouldBe(
            ["Low confidence: about 672 requests in 28 days leave less than one bad request in the error budget of a higher target."]);
    }

    [Fact]
    public void Traffic_is_extrapolated_over_missing_hours()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, 24 * 30).Select(i => i % 2 == 0 ? new SliCounts(1, 1) : (SliCounts?)null)];

        Tiers(Histories.Of(hours))[0].Target.ShouldBe(0.998);
    }

    [Fact]
    public void Hardly_any_traffic_gives_no_target_at_all()
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, 24 * 30).Select(i => (SliCounts?)(i == 100 ? new SliCounts(3, 3) : default))];

        var tiers = Tiers(Histories.Of(hours));

        tiers.ShouldAllBe(t => t.Target == null && t.RawTarget == 1);
        tiers[0].Notes.ShouldHaveSingleItem().ShouldStartWith("Low confidence: about 3 requests");
    }

    [Fact]
    public void More_risk_never_means_a_lower_target() => Property.Holds(40, random =>
    {
        var bound = Bound(1 - Math.Pow(10, -5 * random.Unit())) with { MaskingFactor = random.Chance(0.2) ? 0.5 : null };

        var tiers = Tiers(random.History(), bound);

        if (tiers.Count == 0) return;
        tiers.Count.ShouldBe(3);
        tiers.Zip(tiers.Skip(1)).ShouldAllBe(pair => pair.First.RawTarget <= pair.Second.RawTarget);
        tiers.Zip(tiers.Skip(1)).ShouldAllBe(pair => (pair.First.Target ?? 0) <= (pair.Second.Target ?? 0));
        if (!bound.IsMasked) tiers[1].RawTarget.ShouldBeLessThanOrEqualTo(bound.Bound.Availability);
    });

    [Fact]
    public void Breach_shares_are_the_literal_counts_and_figures_are_ratios() => Property.Holds(40, random =>
    {
        var history = random.History();
        var days = RollingDays.Availabilities([.. history.Hours.Select(h => h?.Counts)]);

        foreach (var tier in Tiers(history))
        {
            tier.Windows.ShouldBe(days.Count);
            tier.BreachShare.ShouldBe(tier.Target is { } target ? days.Count(d => d < target) / (double)days.Count : null);
            (tier.Target ?? 0).ShouldBeLessThan(1);
            tier.Interval.Lower.ShouldBeInRange(0, tier.Interval.Upper);
            tier.Interval.Upper.ShouldBeLessThanOrEqualTo(1);
            if (tier.Target is null) tier.Notes.ShouldNotBeEmpty();
        }
    });

    [Fact]
    public void The_same_input_gives_the_same_tiers()
    {
        var history = new SeededRandom(9).History();

        Tiers(history).ShouldBeEquivalentTo(Tiers(history));
    }

    private static IReadOnlyList<AvailabilityTier> Tiers(SliHistory history, ServiceAvailability? service = null) =>
        HistoricalAvailability.Tiers(history, service ?? Bound(1), new SeededRandom(7));

    // A service that is perfect itself.
    private static ServiceAvailability Bound(double bound) => new(
        AvailabilityBasis.Observed, bound, SelfAvailability: 1, Composite.Exactly(bound), Composite.Exactly(bound), MaskingFactor: null, bound, 1, 1);
}
