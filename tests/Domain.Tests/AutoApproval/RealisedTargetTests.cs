using SloFunctions.Domain.AutoApproval;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.AutoApproval;

public sealed class RealisedTargetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Next = new(2026, 3, 11, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, 7)]
    [InlineData(20, 19)]
    [InlineData(90, 28)]
    public void Whole_days_after_the_recommendation_count_and_at_most_one_window(int daysLater, int? days)
    {
        var window = RealisedTarget.WindowOf(Noon, Noon.AddDays(daysLater));

        window.ShouldBe(days is { } whole ? new TimeWindow(Next, Next.AddDays(whole)) : null);
    }

    [Fact]
    public void Meeting_a_target_exactly_is_keeping_it()
    {
        var week = new TimeWindow(Next, Next.AddDays(7));

        RealisedTarget.Of(0.999, week, Counted(168, 999, 1000)).ShouldNotBeNull().IsBreached.ShouldBeFalse();
        var missed = RealisedTarget.Of(0.999, week, Counted(84, 998, 1000)).ShouldNotBeNull();
        (missed.IsBreached, missed.Achieved).ShouldBe((true, 0.998));
        missed.BurnRate.ShouldBe(2, 1e-9);
        RealisedTarget.Of(0.999, week, Counted(83, 998, 1000)).ShouldBeNull("Less than half of the hours were measured.");
        RealisedTarget.Of(0.999, week, Counted(168, 0, 0)).ShouldBeNull();
    }

    private static ObjectiveCounts Counted(int hours, long good, long total) => new(hours, hours, 0, new SliCounts(good, total));
}
