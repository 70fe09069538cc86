using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class RealisedDaysTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Next = new(2026, 3, 11, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, 7)]
    [InlineData(20, 19)]
    [InlineData(90, 28)]
    public void Whole_days_afterwards_count_and_at_most_one_window(int daysLater, int? days)
    {
        var window = RealisedDays.After(Noon, Noon.AddDays(daysLater));

        window.ShouldBe(days is { } whole ? new TimeWindow(Next, Next.AddDays(whole)) : null);
    }

    [Fact]
    public void A_target_of_a_week_is_judged_as_one_of_a_window_is()
    {
        var week = RealisedDays.After(Noon, Noon.AddDays(8))!.Value;

        Judge(168, 999, 1000).IsBreached.ShouldBeFalse();
        var missed = Judge(84, 998, 1000);
        (missed.IsBreached, missed.Achieved).ShouldBe((true, 0.998));
        missed.BudgetSpent!.Value.ShouldBe(2, 1e-9);
        Judge(83, 998, 1000).Achieved.ShouldBeNull("Less than half of the hours were measured.");
        Judge(168, 0, 0).Achieved.ShouldBeNull();

        ObjectiveJudgement Judge(int hours, long good, long total) =>
            ObjectiveJudgement.Of(0.999, Noon, week, new ObjectiveCounts(hours, hours, 0, new SliCounts(good, total)));
    }
}
