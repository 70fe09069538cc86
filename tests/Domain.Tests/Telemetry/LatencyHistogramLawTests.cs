using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class LatencyHistogramLawTests
{
    [Fact]
    public void A_quantile_lies_in_the_bucket_that_holds_its_rank() => Property.Holds(5000, random =>
    {
        var histogram = Histogram(random, random.Between(1, 12));
        double q = 1 - random.Unit();

        double value = histogram.Quantile(q);

        int bucket = histogram.Cumulative.TakeWhile(count => count < q * histogram.Total).Count();
        if (bucket == histogram.Bounds.Count) value.ShouldBe(histogram.Bounds[^1]);
        else value.ShouldBeInRange(bucket == 0 ? 0 : histogram.Bounds[bucket - 1], histogram.Bounds[bucket]);
        histogram.IsBeyondBounds(q).ShouldBe(bucket == histogram.Bounds.Count);
    });

    [Fact]
    public void A_higher_quantile_is_never_shorter() => Property.Holds(5000, random =>
    {
        var histogram = Histogram(random, random.Between(1, 12));
        double[] shares = [.. new[] { 1 - random.Unit(), 1 - random.Unit() }.Order()];

        histogram.Quantile(shares[1]).ShouldBeGreaterThanOrEqualTo(histogram.Quantile(shares[0]));
    });

    [Fact]
    public void The_order_of_addition_does_not_matter() => Property.Holds(2000, random =>
    {
        double[] bounds = Bounds(random, 5);
        var (left, right) = (Histogram(random, bounds), Histogram(random, bounds));

        left.Plus(right).Cumulative.ShouldBe(right.Plus(left).Cumulative);
        left.Plus(right).Total.ShouldBe(left.Total + right.Total);
        foreach (double bound in bounds) left.Plus(right).AtOrBelow(bound).ShouldBe(left.AtOrBelow(bound) + right.AtOrBelow(bound));
    });

    private static LatencyHistogram Histogram(SeededRandom random, int buckets) => Histogram(random, Bounds(random, buckets));

    private static LatencyHistogram Histogram(SeededRandom random, double[] bounds)
    {
        long count = 0;
        long[] cumulative = [.. bounds.Select(_ => count += random.Chance(0.3) ? 0 : random.Below(1000)), count + 1 + random.Below(10)];
        return new LatencyHistogram(bounds, cumulative);
    }

    private static double[] Bounds(SeededRandom random, int buckets)
    {
        double bound = 0;
        return [.. Enumerable.Range(0, buckets).Select(_ => bound += 0.001 + random.Unit())];
    }
}
