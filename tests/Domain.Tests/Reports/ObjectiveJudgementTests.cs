using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class ObjectiveJudgementTests
{
    private static readonly TimeWindow Window = February();

    [Theory]
    [InlineData(999_000, false, 1)]
    [InlineData(998_999, true, 1.001)]
    [InlineData(1_000_000, false, 0)]
    [InlineData(998_000, true, 2)]
    public void A_target_is_breached_by_one_bad_request_too_many_and_not_by_the_last_one_allowed(long good, bool isBreached, double spent)
    {
        var judgement = ObjectiveJudgement.Of(0.999, Window.Start, Window, Measured(good, 1_000_000));

        judgement.Reason.ShouldBeNull();
        judgement.IsBreached.ShouldBe(isBreached);
        judgement.Achieved.ShouldBe(good / 1e6);
        judgement.BudgetSpent!.Value.ShouldBe(spent, 1e-9);
    }

    [Fact]
    public void An_SLO_must_have_been_in_force_for_the_whole_window()
    {
        Reason(Window.Start, Measured(1, 1)).ShouldBeNull();
        Reason(Window.Start.AddTicks(1), Measured(1, 1)).ShouldBe(NotJudgedReason.ActivatedDuringWindow);
        Reason(Window.End.AddDays(-1), ObjectiveCounts.None).ShouldBe(NotJudgedReason.ActivatedDuringWindow);
    }

    [Fact]
    public void Half_of_the_hours_are_enough()
    {
        Reason(Window.Start, new ObjectiveCounts(336, 336, 0, new SliCounts(1, 1))).ShouldBeNull();
        Reason(Window.Start, new ObjectiveCounts(335, 335, 0, new SliCounts(1, 1))).ShouldBe(NotJudgedReason.TooLittleTelemetry);
        Reason(Window.Start, ObjectiveCounts.None).ShouldBe(NotJudgedReason.TooLittleTelemetry);
    }

    [Fact]
    public void Hours_without_requests_are_measured_but_keep_no_promise()
    {
        var judgement = ObjectiveJudgement.Of(0.999, Window.Start, Window, new ObjectiveCounts(672, 672, 0, default));

        judgement.ShouldBe(new ObjectiveJudgement(NotJudgedReason.NoTraffic, null, null, IsBreached: false));
    }

    [Theory]
    [InlineData(336, 336, null)]
    [InlineData(335, 337, NotJudgedReason.ThresholdOffBuckets)]
    [InlineData(0, 672, NotJudgedReason.ThresholdOffBuckets)]
    [InlineData(0, 1, NotJudgedReason.ThresholdOffBuckets)]
    [InlineData(335, 0, NotJudgedReason.NoHistogram)]
    [InlineData(0, 0, NotJudgedReason.NoHistogram)]
    public void Half_of_the_hours_must_have_the_threshold_for_a_boundary(int usable, int offBuckets, NotJudgedReason? reason)
    {
        Reason(Window.Start, new ObjectiveCounts(672, usable, offBuckets, new SliCounts(1, 1))).ShouldBe(reason);
    }

    private static NotJudgedReason? Reason(DateTimeOffset activatedAt, ObjectiveCounts counts) =>
        ObjectiveJudgement.Of(0.9, activatedAt, Window, counts).Reason;

    private static ObjectiveCounts Measured(long good, long total) => new(672, 672, 0, new SliCounts(good, total));

    private static TimeWindow February()
    {
        ReportMonth.TryParse("2026-02", out var month).ShouldBeTrue();
        return month.Window;
    }
}
