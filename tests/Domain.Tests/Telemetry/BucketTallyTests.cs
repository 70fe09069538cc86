using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Telemetry;

public sealed class BucketTallyTests
{
    private const double All = double.PositiveInfinity;

    [Fact]
    public void Buckets_in_any_order_make_a_histogram()
    {
        var (latency, defects) = Tally((All, 10), (0.5, 9), (0.1, 5)).ToHistogram(10);

        defects.ShouldBe(TelemetryDefects.None);
        latency.ShouldNotBeNull().Bounds.ShouldBe([0.1, 0.5]);
        latency.Cumulative.ShouldBe([5, 9, 10]);
    }

    [Fact]
    public void Equal_bounds_are_added() => Tally((0.1, 5), (0.1, 6), (All, 11)).ToHistogram(11).Latency.ShouldNotBeNull().Cumulative.ShouldBe([11, 11]);

    [Fact]
    public void Without_finite_buckets_there_is_nothing_to_measure_and_nothing_wrong()
    {
        new BucketTally().ToHistogram(10).ShouldBe((null, TelemetryDefects.None));
        Tally((All, 10)).ToHistogram(10).ShouldBe((null, TelemetryDefects.None));
    }

    [Theory]
    [InlineData(10, TelemetryDefects.None)]
    [InlineData(8, TelemetryDefects.None)]
    [InlineData(7, TelemetryDefects.BucketsNotMonotonic)]
    public void Small_steps_back_are_those_of_a_moment(long larger, TelemetryDefects expected) =>
        Tally((0.1, 10), (0.5, larger), (All, 20)).ToHistogram(20).Defects.ShouldBe(expected);

    [Theory]
    [InlineData(990_000, TelemetryDefects.None)]
    [InlineData(989_999, TelemetryDefects.BucketsNotMonotonic)]
    public void What_a_moment_explains_grows_with_the_requests(long larger, TelemetryDefects expected) =>
        Tally((0.1, 1_000_000), (0.5, larger), (All, 1_000_000)).ToHistogram(1_000_000).Defects.ShouldBe(expected);

    [Fact]
    public void Several_small_steps_back_are_no_small_one() =>
        Tally((0.1, 10), (0.2, 8), (0.3, 6), (All, 20)).ToHistogram(20).Defects.ShouldBe(TelemetryDefects.BucketsNotMonotonic);

    [Theory]
    [InlineData(98, TelemetryDefects.None)]
    [InlineData(97, TelemetryDefects.MoreDurationsThanRequests)]
    [InlineData(0, TelemetryDefects.MoreDurationsThanRequests)]
    [InlineData(1000, TelemetryDefects.None)]
    public void There_are_no_more_durations_than_requests(long requests, TelemetryDefects expected) =>
        Tally((0.1, 50), (All, 100)).ToHistogram(requests).Defects.ShouldBe(expected);

    [Fact]
    public void A_total_below_a_finite_bucket_is_wrong() =>
        Tally((0.1, 50), (0.5, 90), (All, 80)).ToHistogram(100).ShouldBe((null, TelemetryDefects.BucketsNotMonotonic));

    [Fact]
    public void A_missing_total_is_said() => Tally((0.1, 50), (0.5, 90)).ToHistogram(100).ShouldBe((null, TelemetryDefects.MissingInfinity));

    [Fact]
    public void One_bucket_that_makes_no_sense_spoils_all()
    {
        var tally = Tally((0.1, 50), (All, 90));
        tally.Add(0.5, null);

        tally.ToHistogram(100).ShouldBe((null, TelemetryDefects.LatencyNotANumber));
    }

    [Fact]
    public void Different_numbers_of_series_show_different_layouts()
    {
        // 1 at 0.1 and 4 at 0.2 of one instance, 4 at 0.15 of another: the quantiles of the sum are finite and wrong.
        var tally = Tally((0.1, 1), (0.2, 3), (0.15, 4), (All, 8));
        foreach (double bound in new[] { 0.1, 0.2, 0.15 }) tally.AddSeries(bound, 1);
        tally.AddSeries(All, 2);

        var (latency, defects) = tally.ToHistogram(8);

        latency.ShouldBeNull();
        defects.ShouldBe(TelemetryDefects.MixedLayouts);
    }

    [Fact]
    public void Equal_numbers_of_series_show_one_layout_however_bounds_are_written()
    {
        var tally = Tally((0.2, 3), (All, 8));
        tally.AddSeries(0.2, 1);
        tally.AddSeries(0.2, 1);
        tally.AddSeries(All, 2);

        tally.ToHistogram(8).Defects.ShouldBe(TelemetryDefects.None);
    }

    [Fact]
    public void Two_hundred_bounds_are_kept_and_no_more()
    {
        Tally([.. Many(200), (All, 1)]).ToHistogram(1).Latency.ShouldNotBeNull();
        Tally([.. Many(201), (All, 1)]).ToHistogram(1).ShouldBe((null, TelemetryDefects.TooManyBuckets));
    }

    [Fact]
    public void Every_defect_found_is_told() =>
        Tally((0.1, 50), (0.5, 20), (All, 100)).ToHistogram(10).Defects
            .ShouldBe(TelemetryDefects.BucketsNotMonotonic | TelemetryDefects.MoreDurationsThanRequests);

    private static IEnumerable<(double Bound, long Count)> Many(int count) => Enumerable.Range(1, count).Select(i => ((double)i, 1L));

    private static BucketTally Tally(params (double Bound, long Count)[] buckets)
    {
        var tally = new BucketTally();
        foreach (var (bound, count) in buckets) tally.Add(bound, count);
        return tally;
    }
}
