using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class ShadowTallyTests
{
    private static readonly ShadowTrial TooRecent = new(TrialGap.TooRecent, null, ManualBreached: false, RecommendedBreached: false);

    [Fact]
    public void Nothing_compared_has_no_rates()
    {
        var tally = new ShadowTally();

        (tally.Compared, tally.AgreementRate, tally.MedianDifference, tally.OutcomeAgreementRate, tally.Rate(0), tally.Interval(0))
            .ShouldBe((0, null, null, null, null, null));
    }

    [Fact]
    public void Verdicts_are_counted_and_the_median_is_that_of_each_measure()
    {
        var tally = new ShadowTally();
        foreach (var (manual, recommended) in new[] { (0.999, 0.99), (0.99, 0.99), (0.9, 0.99), (0.95, 0.99) })
            tally.Add(TargetDifference.Between(manual, recommended), TooRecent);
        tally.Add(null, TooRecent);

        tally.Compared.ShouldBe(4);
        (tally.Count(ShadowVerdict.ManualStricter), tally.Count(ShadowVerdict.ManualLooser), tally.Count(ShadowVerdict.Same)).ShouldBe((1, 2, 1));
        tally.AgreementRate.ShouldBe(0.25);
        tally.MedianDifference!.Ratio.ShouldBe(-0.02, 1e-12);
        tally.MedianDifference.BudgetMinutes.ShouldBe(0.02 * 28 * 24 * 60, 1e-6);
        tally.Count(TrialGap.TooRecent).ShouldBe(5);
        tally.Trials.ShouldBe(0);
    }

    [Fact]
    public void Outcomes_agree_where_both_are_kept_or_both_missed()
    {
        var tally = new ShadowTally();
        foreach (var (manual, recommended) in new[] { (true, true), (true, false), (false, false), (true, false) })
            tally.Add(null, new ShadowTrial(null, 0.99, manual, recommended));

        (tally.Trials, tally.ManualBreached, tally.RecommendedBreached, tally.SameOutcome).ShouldBe((4, 3, 1, 2));
        tally.OutcomeAgreementRate.ShouldBe(0.5);
        tally.Rate(tally.ManualBreached).ShouldBe(0.75);
        tally.Interval(tally.ManualBreached)!.Lower.ShouldBeLessThan(0.75);
    }
}
