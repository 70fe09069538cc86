using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class BreachTallyTests
{
    private static readonly ObjectiveJudgement Kept = new(null, 1, 0, IsBreached: false);
    private static readonly ObjectiveJudgement Breached = new(null, 0.9, 2, IsBreached: true);

    [Fact]
    public void Nothing_judged_has_no_rate_no_interval_and_no_verdict()
    {
        var tally = new BreachTally();

        (tally.Judged, tally.Rate, tally.Interval, tally.MeanPromise, tally.PromisedRate, tally.PromisedInterval)
            .ShouldBe((0, null, null, null, null, null));
        tally.Verdict.ShouldBe(PromiseVerdict.TooFew);
    }

    [Fact]
    public void A_verdict_needs_twenty_windows_with_a_promise()
    {
        Tally(kept: 0, breached: 19, promise: 0.01).Verdict.ShouldBe(PromiseVerdict.TooFew);
        Tally(kept: 0, breached: 20, promise: 0.01).Verdict.ShouldBe(PromiseVerdict.WorseThanPromised);
        Tally(kept: 0, breached: 1000, promise: null).Verdict.ShouldBe(PromiseVerdict.TooFew);
    }

    // The Wilson interval of 10 in 100 is [0.0552, 0.1744].
    [Theory]
    [InlineData(0.055, PromiseVerdict.WorseThanPromised)]
    [InlineData(0.0553, PromiseVerdict.AsPromised)]
    [InlineData(0.1, PromiseVerdict.AsPromised)]
    [InlineData(0.1743, PromiseVerdict.AsPromised)]
    [InlineData(0.175, PromiseVerdict.Better)]
    public void The_verdict_is_whether_the_promise_lies_within_the_interval(double promise, PromiseVerdict verdict)
    {
        var tally = Tally(kept: 90, breached: 10, promise);

        tally.Verdict.ShouldBe(verdict);
        tally.Interval!.Lower.ShouldBe(0.0552, 0.0001);
        tally.Interval.Upper.ShouldBe(0.1744, 0.0001);
    }

    [Fact]
    public void A_promise_of_never_is_kept_without_a_breach_and_broken_by_the_first()
    {
        Tally(kept: 20, breached: 0, promise: 0).Verdict.ShouldBe(PromiseVerdict.AsPromised);
        Tally(kept: 19, breached: 1, promise: 0).Verdict.ShouldBe(PromiseVerdict.WorseThanPromised);
    }

    [Fact]
    public void Windows_without_a_promise_count_as_judged_and_leave_the_promise_alone()
    {
        var tally = Tally(kept: 30, breached: 0, promise: 0.01);
        for (int i = 0; i < 30; i++) tally.Add(Breached, null);

        (tally.Judged, tally.Breached, tally.Rate).ShouldBe((60, 30, 0.5));
        (tally.Promised, tally.PromisedBreached, tally.PromisedRate).ShouldBe((30, 0, 0));
        tally.Verdict.ShouldBe(PromiseVerdict.AsPromised);
    }

    [Fact]
    public void Promises_are_averaged()
    {
        var tally = Tally(kept: 10, breached: 0, promise: 0.001);
        for (int i = 0; i < 10; i++) tally.Add(Kept, 0.05);

        tally.MeanPromise!.Value.ShouldBe(0.0255, 1e-12);
    }

    [Fact]
    public void What_is_not_judged_is_counted_by_its_reason_only()
    {
        var tally = new BreachTally();
        foreach (var reason in Enum.GetValues<NotJudgedReason>()) tally.Add(new ObjectiveJudgement(reason, null, null, IsBreached: false), 0.5);
        tally.Add(new ObjectiveJudgement(NotJudgedReason.NoTraffic, null, null, IsBreached: false), null);

        tally.Judged.ShouldBe(0);
        tally.Promised.ShouldBe(0);
        Enum.GetValues<NotJudgedReason>().ShouldAllBe(r => tally.NotJudged(r) == (r == NotJudgedReason.NoTraffic ? 2 : 1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_promise_is_a_probability(double promise)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BreachTally().Add(Kept, promise));
    }

    private static BreachTally Tally(int kept, int breached, double? promise)
    {
        var tally = new BreachTally();
        for (int i = 0; i < kept; i++) tally.Add(Kept, promise);
        for (int i = 0; i < breached; i++) tally.Add(Breached, promise);
        return tally;
    }
}
