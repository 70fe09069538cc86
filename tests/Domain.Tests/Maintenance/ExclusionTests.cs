using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Maintenance;

public sealed class ExclusionTests
{
    private static readonly DateTimeOffset Hour = new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parts_of_an_hour_are_added()
    {
        var excluded = Exclusion.Of(Sli(90, 100, 50, 70, 100), [Sli(10, 20, 5, 10, 20), Sli(5, 5, 5, 5, 5)]);

        excluded.Hour.ShouldBe(Hour);
        excluded.Counts.ShouldBe(new SliCounts(15, 25));
        excluded.Latency!.Cumulative.ShouldBe([10, 15, 25]);
    }

    [Fact]
    public void A_whole_hour_is_left_out_as_it_is()
    {
        var stored = Sli(90, 100, 50, 70, 100);
        var excluded = Exclusion.Of(stored, [stored]);

        excluded.Counts.ShouldBe(stored.Counts);
        excluded.Latency!.Cumulative.ShouldBe(stored.Latency!.Cumulative);
    }

    [Fact]
    public void Without_a_part_nothing_is_left_out() => Exclusion.Of(Sli(90, 100), []).Counts.ShouldBe(default);

    [Fact]
    public void A_part_of_unknown_requests_leaves_nothing_out() => Exclusion.Of(Sli(90, 100), [HourlySli.Unknown(Hour), Sli(1, 2)]).Counts.ShouldBe(new SliCounts(1, 2));

    [Fact]
    public void Durations_in_other_buckets_stay()
    {
        var other = Sli(1, 2) with { Latency = new LatencyHistogram([0.25], [1, 2]) };

        Exclusion.Of(Sli(90, 100, 50, 70, 100), [other]).Latency.ShouldBeNull();
        Exclusion.Of(Sli(90, 100), [Sli(1, 2, 1, 1, 2)]).Latency.ShouldBeNull();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Never_more_is_left_out_than_the_hour_holds_of_anything(int seed)
    {
        for (int i = 0; i < 200; i++)
        {
            var stored = Drawn(seed + (i * 7));
            var excluded = Exclusion.Of(stored, [Drawn((seed * 3) + i), Drawn((seed * 5) + i)]);

            var left = new SliCounts(stored.Counts.Good - excluded.Counts.Good, stored.Counts.Total - excluded.Counts.Total);
            left.Good.ShouldBeGreaterThanOrEqualTo(0);
            long[] buckets = [.. stored.Latency!.Cumulative.Zip(excluded.Latency!.Cumulative, (all, some) => all - some)];
            buckets.ShouldBeInOrder();
            buckets[0].ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    // Any numbers will do that are not in step with each other.
    private static HourlySli Drawn(int seed)
    {
        long fast = seed * 31 % 17;
        long slow = fast + (seed * 13 % 11);
        long total = slow + (seed * 7 % 5);
        return Sli(total - (seed * 3 % (total + 1)), total, fast, slow, total);
    }

    private static HourlySli Sli(long good, long total, params long[] buckets) =>
        new(Hour, new SliCounts(good, total), buckets.Length == 0 ? null : new LatencyHistogram([0.1, 0.5], buckets), null);
}
