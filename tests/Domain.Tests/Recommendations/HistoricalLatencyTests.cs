using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class HistoricalLatencyTests
{
    private static readonly double[] Bounds = [0.1, 0.2, 0.5, 1];

    [Fact]
    public void Targets_are_the_next_bucket_boundaries_above_the_percentiles_with_their_margin()
    {
        // p95 at 0.1 exactly, p99 at 0.2 exactly, p99.9 at 0.5 exactly.
        var tiers = HistoricalLatency.Tiers(Constant(2, [950, 990, 999, 1000, 1000]));

        tiers.Select(t => t.Tier).ShouldBe([Tier.Conservative, Tier.Balanced, Tier.Aggressive]);
        tiers.Select(t => t.Percentile).ShouldBe(["p99.9", "p99", "p95"]);
        tiers.Select(t => Math.Round(t.RawSeconds!.Value, 9)).ShouldBe([0.525, 0.21, 0.1]);
        tiers.Select(t => t.TargetSeconds).ShouldBe([1, 0.5, 0.1]);
        tiers.Select(t => t.Windows).ShouldBe([25, 25, 25]);
        tiers.ShouldAllBe(t => t.BreachShare == 0);
    }

    [Fact]
    public void A_month_gives_the_chance_of_missing_each_target_in_the_window_to_come()
    {
        var tiers = HistoricalLatency.Tiers(Constant(30, [940, 990, 999, 1000, 1000]));

        tiers.ShouldAllBe(t => t.BreachShare == 0 && t.BreachProbability > 0 && t.BreachProbability < 0.01 && t.Notes.Count == 0);
    }

    [Fact]
    public void Less_than_a_week_does_not_tell_how_likely_a_target_is_missed()
    {
        var brief = HistoricalLatency.Tiers(Constant(6, [940, 990, 999, 1000, 1000]));
        var enough = HistoricalLatency.Tiers(Constant(7, [940, 990, 999, 1000, 1000]));

        brief.ShouldAllBe(t => t.BreachProbability == null && t.Notes.Single().StartsWith("Fewer than 7 whole days", StringComparison.Ordinal));
        enough.ShouldAllBe(t => t.BreachProbability != null && t.Notes.Count == 0);
    }

    [Fact]
    public void A_percentile_on_a_boundary_but_for_rounding_is_on_it()
    {
        // p99 at 0.2 exactly; with its margin 0.2 × 1.05, in floating point more than 0.21.
        var history = Histories.Of(48, i => Hour(i, [1, 1, 1, 1, 1]) with { Latency = new LatencyHistogram([0.1, 0.2, 0.21, 0.5], [0, 990, 1000, 1000, 1000]) });

        HistoricalLatency.Tiers(history)[1].ShouldSatisfyAllConditions(
            t => t.TargetSeconds.ShouldBe(0.21),
            t => t.RawSeconds.ShouldBe(0.21));
    }

    [Fact]
    public void All_requests_in_the_lowest_bucket_say_that_lower_ones_are_missing()
    {
        var tiers = HistoricalLatency.Tiers(Histories.Of(
            240, i => Hour(i, [1, 1, 1, 1, 1]) with { Latency = new LatencyHistogram([0.0025, 0.01], [1000, 1000, 1000]) }));

        tiers[2].TargetSeconds.ShouldBe(0.0025);
        tiers[2].Notes.ShouldBe(["The percentile lies within the lowest bucket, up to 2.5 ms: how far below cannot be told; add lower buckets."]);
    }

    [Fact]
    public void Hours_of_another_layout_are_counted_and_in_no_figure()
    {
        var older = new LatencyHistogram([0.3, 3], [0, 1000, 1000]);
        HourlySli? Mixed(int i) => i % 10 == 0 ? null : Hour(i, [940, 990, 999, 1000, 1000]) with { Latency = i < 48 ? older : new(Bounds, [940, 990, 999, 1000, 1000]) };
        var mixed = Histories.Of(240, Mixed);
        var latest = Histories.Of(240, i => i < 48 ? null : Mixed(i));

        HistoricalLatency.HoursLeftOut(mixed).ShouldBe(43);
        HistoricalLatency.HoursLeftOut(latest).ShouldBe(0);
        HistoricalLatency.HoursLeftOut(Histories.Constant(7, 10, 10)).ShouldBe(0);
        HistoricalLatency.Tiers(mixed).Select(t => (t.TargetSeconds, t.RawSeconds, t.BreachProbability, t.BreachShare, t.Windows))
            .ShouldBe(HistoricalLatency.Tiers(latest).Select(t => (t.TargetSeconds, t.RawSeconds, t.BreachProbability, t.BreachShare, t.Windows)));
    }

    [Fact]
    public void A_boundary_at_zero_is_no_target()
    {
        var history = Histories.Of(48, i => Hour(i, [1, 1, 1, 1, 1]) with { Latency = new LatencyHistogram([0, 0.1], [1000, 1000, 1000]) });

        HistoricalLatency.Tiers(history).ShouldAllBe(t => t.TargetSeconds == 0.1);
    }

    [Fact]
    public void Throttling_widens_the_margin()
    {
        var history = Histories.Of(48, i => Hour(i, [950, 990, 999, 1000, 1000]) with { ThrottledSeconds = i < 24 ? 360 : null });

        HistoricalLatency.ThrottledShare(history).ShouldBe(0.1);
        HistoricalLatency.Tiers(history)[1].RawSeconds!.Value.ShouldBe(0.22, 1e-12);
    }

    [Fact]
    public void Throttling_that_was_never_measured_is_unknown()
    {
        HistoricalLatency.ThrottledShare(Constant(1, [1, 1, 1, 1, 1])).ShouldBeNull();
    }

    [Fact]
    public void No_durations_give_no_tiers()
    {
        HistoricalLatency.Tiers(Histories.Constant(7, 10, 10)).ShouldBeEmpty();
        HistoricalLatency.Tiers(Constant(7, [0, 0, 0, 0, 0])).ShouldBeEmpty();
        HistoricalLatency.Tiers(Histories.Of(new SliCounts?[24])).ShouldBeEmpty();
    }

    [Fact]
    public void A_percentile_beyond_the_highest_boundary_cannot_be_a_target()
    {
        var tiers = HistoricalLatency.Tiers(Constant(2, [960, 960, 960, 960, 1000]));

        tiers[0].ShouldSatisfyAllConditions(
            t => t.TargetSeconds.ShouldBeNull(),
            t => t.RawSeconds.ShouldBeNull(),
            t => t.BreachShare.ShouldBeNull(),
            t => t.BreachProbability.ShouldBeNull(),
            t => t.Notes.ShouldBe(
                ["The percentile lies beyond the highest bucket boundary (1000 ms) and cannot be measured; add higher buckets."]));
        tiers[2].TargetSeconds.ShouldBe(0.1);
    }

    [Fact]
    public void A_percentile_that_its_margin_carries_beyond_the_highest_boundary_cannot_be_a_target_either()
    {
        var balanced = HistoricalLatency.Tiers(Constant(2, [0, 0, 0, 1000, 1000]))[1];

        balanced.RawSeconds!.Value.ShouldBe((0.5 + (0.5 * 0.99)) * 1.05, 1e-12);
        balanced.TargetSeconds.ShouldBeNull();
        balanced.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Less_than_a_day_gives_targets_without_a_breach_share()
    {
        var tiers = HistoricalLatency.Tiers(Histories.Of(10, i => Hour(i, [950, 990, 999, 1000, 1000])));

        tiers.ShouldAllBe(t => t.TargetSeconds != null && t.BreachShare == null && t.BreachProbability == null && t.Windows == 0);
    }

    [Fact]
    public void Breach_shares_count_the_days_in_which_fewer_requests_were_in_time()
    {
        // A fifth of one day's requests is slow: windows that hold more than 6 of its 24 hours have less than 95 % in time.
        var history = Histories.Of(240, i => Hour(i, i is >= 96 and < 120 ? [800, 1000, 1000, 1000, 1000] : [1000, 1000, 1000, 1000, 1000]));

        var aggressive = HistoricalLatency.Tiers(history)[2];

        aggressive.TargetSeconds.ShouldBe(0.1);
        aggressive.Windows.ShouldBe(217);
        aggressive.BreachShare.ShouldBe(35 / 217.0);
    }

    [Fact]
    public void Targets_are_boundaries_above_the_percentile_and_breach_shares_literal_counts() => Property.Holds(200, random =>
    {
        var history = Random(random);
        double[] shares = [0.999, 0.99, 0.95];

        foreach (var (tier, share) in HistoricalLatency.Tiers(history).Zip(shares))
        {
            if (tier.TargetSeconds is not { } target)
            {
                tier.Notes.ShouldNotBeEmpty();
                continue;
            }

            Bounds.ShouldContain(target);
            target.ShouldBeGreaterThanOrEqualTo(tier.RawSeconds!.Value);
            tier.RawSeconds.Value.ShouldBeGreaterThanOrEqualTo(history.Latency!.Quantile(share) * (1 - 1e-9));
            var days = RollingDays.Availabilities([.. history.Hours.Select(h => h?.Latency?.AtOrBelow(target))]);
            tier.Windows.ShouldBe(days.Count);
            tier.BreachShare.ShouldBe(days.Count == 0 ? null : days.Count(d => d < share) / (double)days.Count);
        }
    });

    [Fact]
    public void Less_risk_never_means_a_shorter_target() => Property.Holds(200, random =>
    {
        var tiers = HistoricalLatency.Tiers(Random(random));

        tiers.Zip(tiers.Skip(1)).ShouldAllBe(pair =>
            (pair.First.TargetSeconds ?? double.PositiveInfinity) >= (pair.Second.TargetSeconds ?? double.PositiveInfinity));
    });

    private static SliHistory Random(SeededRandom random) => Histories.Of(random.Between(1, 72), i =>
    {
        if (random.Chance(0.1)) return null;
        long count = 0;
        return Hour(i, [.. Enumerable.Range(0, 5).Select(b => count += random.Chance(0.5) ? 0 : random.Below(b == 4 ? 3 : 1000))]);
    });

    private static SliHistory Constant(int days, long[] cumulative) => Histories.Of(days * 24, i => Hour(i, cumulative));

    private static HourlySli Hour(int hour, long[] cumulative) => new(
        Histories.Start.AddHours(hour),
        new SliCounts(cumulative[^1], cumulative[^1]),
        new LatencyHistogram(Bounds, cumulative),
        null);
}
