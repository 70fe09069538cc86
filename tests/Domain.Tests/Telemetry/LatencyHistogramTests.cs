using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class LatencyHistogramTests
{
    // Values that Prometheus' own histogram_quantile gives for the same buckets.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.2, 0.048)]
    [InlineData(0.5, 0.15)]
    [InlineData(0.8, 0.72)]
    [InlineData(1, 1)]
    public void Quantiles_are_linear_inside_a_bucket(double q, double expected)
    {
        new LatencyHistogram([0.1, 0.2, 1], [5, 7, 11, 12]).Quantile(q).ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(0, -0.2)]
    [InlineData(0.2, -0.2)]
    [InlineData(0.5, -0.15)]
    [InlineData(0.8, 0.3)]
    [InlineData(1, 0.3)]
    public void A_first_bound_below_zero_is_not_interpolated(double q, double expected)
    {
        new LatencyHistogram([-0.2, -0.1, 0.3], [1, 2, 2, 3]).Quantile(q).ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(1.0 / 6, 1)]
    [InlineData(0.5, 3)]
    [InlineData(5.0 / 6, 5)]
    public void A_first_bound_of_zero_starts_the_next_bucket(double q, double expected)
    {
        new LatencyHistogram([0, 2, 4, 6], [0, 1, 2, 3, 3]).Quantile(q).ShouldBe(expected, 1e-12);
    }

    [Theory]
    [InlineData(0.01, 0.0045)]
    [InlineData(0.5, 8.5)]
    [InlineData(0.99, 979.75)]
    public void Counts_below_their_predecessor_are_raised_to_it(double q, double expected)
    {
        var histogram = new LatencyHistogram([0.1, 1, 10, 100, 1000], [2, 1, 5, 4, 9, 8]);

        histogram.Cumulative.ShouldBe([2L, 2, 5, 5, 9, 9]);
        histogram.Quantile(q).ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void Without_requests_there_is_no_quantile()
    {
        var empty = new LatencyHistogram([0.1, 0.2], [0, 0, 0]);

        empty.Quantile(0.2).ShouldBe(double.NaN);
        empty.IsBeyondBounds(0.99).ShouldBeFalse();
        empty.Total.ShouldBe(0);
    }

    [Theory]
    [InlineData(new long[] { 5, 7, 12 })]
    [InlineData(new long[] { 0, 0, 0 })]
    public void Quantiles_that_do_not_exist_are_not_numbers_or_infinite(long[] counts)
    {
        var histogram = new LatencyHistogram([0.1, 0.2], counts);

        histogram.Quantile(double.NaN).ShouldBe(double.NaN);
        histogram.Quantile(-0.1).ShouldBe(double.NegativeInfinity);
        histogram.Quantile(1.01).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Beyond_the_highest_bound_that_bound_is_given_and_told_apart()
    {
        var histogram = new LatencyHistogram([0.1, 0.2], [1, 2, 10]);

        histogram.Quantile(0.5).ShouldBe(0.2);
        histogram.IsBeyondBounds(0.5).ShouldBeTrue();
        histogram.IsBeyondBounds(0.2).ShouldBeFalse();
    }

    [Fact]
    public void The_end_of_a_bucket_is_its_bound_in_spite_of_rounding()
    {
        // In floating point 0.3 + (0.9 − 0.3) is 0.9000000000000001.
        new LatencyHistogram([0.3, 0.9], [0, 95, 100]).Quantile(0.95).ShouldBe(0.9);
    }

    [Fact]
    public void Counts_are_exact_at_bounds_and_unknown_elsewhere()
    {
        var histogram = new LatencyHistogram([0.1, 0.2], [5, 7, 12]);

        histogram.AtOrBelow(0.1).ShouldBe(new SliCounts(5, 12));
        histogram.AtOrBelow(0.2).ShouldBe(new SliCounts(7, 12));
        Should.Throw<ArgumentException>(() => histogram.AtOrBelow(0.15));
    }

    [Fact]
    public void Only_histograms_of_one_layout_are_added()
    {
        var histogram = new LatencyHistogram([0.1, 0.2], [5, 7, 12]);

        histogram.Plus(new LatencyHistogram([0.1, 0.2], [1, 2, 3])).Cumulative.ShouldBe([6L, 9, 15]);
        Should.Throw<ArgumentException>(() => histogram.Plus(new LatencyHistogram([0.1, 0.25], [1, 2, 3])));
        Should.Throw<ArgumentException>(() => histogram.Plus(new LatencyHistogram([0.1], [1, 2])));
    }

    [Theory]
    [InlineData(new double[0], new long[] { 1 })]
    [InlineData(new[] { 0.1 }, new long[] { 1 })]
    [InlineData(new[] { 0.1 }, new long[] { 1, 2, 3 })]
    [InlineData(new[] { 0.2, 0.1 }, new long[] { 1, 2, 3 })]
    [InlineData(new[] { 0.1, 0.1 }, new long[] { 1, 2, 3 })]
    [InlineData(new[] { 0.1, double.PositiveInfinity }, new long[] { 1, 2, 3 })]
    [InlineData(new[] { double.NaN }, new long[] { 1, 2 })]
    [InlineData(new[] { 0.1 }, new long[] { -1, 2 })]
    public void Malformed_histograms_are_refused(double[] bounds, long[] counts)
    {
        Should.Throw<ArgumentException>(() => new LatencyHistogram(bounds, counts));
    }
}
