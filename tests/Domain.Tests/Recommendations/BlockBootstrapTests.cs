using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Recommendations;

public sealed class BlockBootstrapTests
{
    private static readonly double[] Shares = [0.01, 0.05, 0.5];

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_seed_others()
    {
        var hours = new SeededRandom(4).Hours(24 * 20);

        var first = BlockBootstrap.Intervals(hours, Shares, new SeededRandom(1));

        BlockBootstrap.Intervals(hours, Shares, new SeededRandom(1)).ShouldBe(first);
        BlockBootstrap.Intervals(hours, Shares, new SeededRandom(2)).ShouldNotBe(first);
    }

    [Fact]
    public void A_history_that_never_changes_gives_points()
    {
        var hours = Enumerable.Repeat((SliCounts?)new SliCounts(999, 1000), 24 * 10).ToArray();

        BlockBootstrap.Intervals(hours, Shares, new SeededRandom(1)).ShouldAllBe(i => i.Lower == 0.999 && i.Upper == 0.999);
    }

    [Fact]
    public void Intervals_cover_the_quantiles_of_the_history() => Property.Holds(10, random =>
    {
        SliCounts?[] hours = [.. Enumerable.Range(0, 24 * 30).Select(_ => (SliCounts?)new SliCounts(10_000 - random.Below(random.Chance(0.05) ? 2000 : 20), 10_000))];
        var days = RollingDays.Availabilities(hours);
        days.Sort();

        var intervals = BlockBootstrap.Intervals(hours, Shares, random);

        foreach (var (share, interval) in Shares.Zip(intervals)) LowerQuantile.Of(days, share).ShouldBeInRange(interval.Lower, interval.Upper);
    });

    [Fact]
    public void Ends_are_ordered_ratios() => Property.Holds(15, random =>
    {
        foreach (var (lower, upper) in BlockBootstrap.Intervals(random.Hours(24 * random.Between(1, 10)), Shares, random))
        {
            lower.ShouldBeInRange(0, upper);
            upper.ShouldBeLessThanOrEqualTo(1);
        }
    });

    [Fact]
    public void Without_a_day_of_traffic_there_is_no_interval()
    {
        BlockBootstrap.Intervals([], Shares, new SeededRandom(1)).ShouldBeEmpty();
        BlockBootstrap.Intervals(new SliCounts?[48], Shares, new SeededRandom(1)).ShouldBeEmpty();
        BlockBootstrap.Intervals([new SliCounts(1, 1)], Shares, new SeededRandom(1)).ShouldBeEmpty();
        BlockBootstrap.Intervals([new SliCounts(1, 1)], [], new SeededRandom(1)).ShouldBeEmpty();
    }
}
