using System.Globalization;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class ShadowTrialTests
{
    private static readonly TimeWindow Week = new(At("2026-03-01T00"), At("2026-03-08T00"));

    [Theory]
    [InlineData("2026-03-01T00:00", "2026-03-08T00:00", "2026-03-01T00", "2026-03-08T00")]
    [InlineData("2026-02-28T00:01", "2026-03-08T23:59", "2026-03-01T00", "2026-03-08T00")]
    [InlineData("2026-02-08T00:00", "2026-03-08T05:00", "2026-02-08T00", "2026-03-08T00")]
    [InlineData("2025-01-01T00:00", "2026-03-08T05:00", "2026-02-08T00", "2026-03-08T00")]
    [InlineData("2024-02-28T12:00", "2024-03-07T01:00", "2024-02-29T00", "2024-03-07T00")]
    public void A_trial_is_the_whole_days_after_the_recommendation_at_most_28(string generated, string through, string start, string end)
    {
        ShadowTrial.WindowOf(At(generated), At(through)).ShouldBe(new TimeWindow(At(start), At(end)));
    }

    [Theory]
    [InlineData("2026-03-01T00:01", "2026-03-08T23:00")]
    [InlineData("2026-03-08T00:00", "2026-03-08T23:00")]
    [InlineData("2027-01-01T00:00", "2026-03-08T23:00")]
    public void Fewer_than_seven_days_are_no_trial(string generated, string through)
    {
        ShadowTrial.WindowOf(At(generated), At(through)).ShouldBeNull();
    }

    [Theory]
    [InlineData(9990, false, false)]
    [InlineData(9989, true, false)]
    [InlineData(9949, true, true)]
    public void Both_targets_are_held_against_the_same_days(long good, bool manual, bool recommended)
    {
        ShadowTrial.Of(0.999, 0.995, Week, Measured(168, good, 10_000)).ShouldBe(new ShadowTrial(null, good / 1e4, manual, recommended));
    }

    [Fact]
    public void Nothing_is_said_without_a_target_enough_days_enough_hours_and_requests()
    {
        Gap(null, Week, Measured(168, 1, 1)).ShouldBe(TrialGap.NoRecommendedTarget);
        Gap(0.99, null, ObjectiveCounts.None).ShouldBe(TrialGap.TooRecent);
        Gap(0.99, Week, Measured(83, 1, 1)).ShouldBe(TrialGap.TooLittleTelemetry);
        Gap(0.99, Week, Measured(84, 1, 1)).ShouldBeNull();
        Gap(0.99, Week, Measured(168, 0, 0)).ShouldBe(TrialGap.NoTraffic);
    }

    private static TrialGap? Gap(double? recommended, TimeWindow? window, ObjectiveCounts counts) => ShadowTrial.Of(0.9, recommended, window, counts).Gap;

    private static ObjectiveCounts Measured(int hours, long good, long total) => new(hours, hours, 0, new SliCounts(good, total));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(
        text.Length == 13 ? text + ":00Z" : text + "Z", CultureInfo.InvariantCulture);
}
