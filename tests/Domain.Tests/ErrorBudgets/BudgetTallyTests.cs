using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class BudgetTallyTests
{
    [Fact]
    public void A_latency_objective_off_the_buckets_is_unmeasurable_and_so_is_one_without_a_histogram()
    {
        var off = BudgetReading.Of(0.99, new ObjectiveCounts(672, 0, 600, default));
        var none = BudgetReading.Of(0.99, new ObjectiveCounts(672, 0, 0, default));

        (off.Gap, off.IsUnmeasurable, off.State).ShouldBe((BudgetGap.ThresholdOffBuckets, true, null));
        (none.Gap, none.IsUnmeasurable).ShouldBe((BudgetGap.NoHistogram, true));
    }

    [Fact]
    public void Silence_and_missing_telemetry_are_no_untouched_budgets()
    {
        var silent = BudgetReading.Of(0.99, new ObjectiveCounts(672, 672, 0, default));
        var unmeasured = BudgetReading.Of(0.99, ObjectiveCounts.None);

        (silent.Gap, silent.Balance, silent.IsUnmeasurable).ShouldBe((BudgetGap.NoTraffic, null, false));
        (unmeasured.Gap, unmeasured.Balance).ShouldBe((BudgetGap.NoTelemetry, null));
    }

    [Fact]
    public void Objectives_are_counted_by_state_by_band_and_by_what_is_missing()
    {
        var tally = new BudgetTally();
        // Of 1,000 allowed: 250, 500, 750, 751, 900, 901, 1000 and 1001 bad ones.
        foreach (long bad in new[] { 250, 500, 750, 751, 900, 901, 1000, 1001 })
            tally.Add(BudgetReading.Of(0.999, new ObjectiveCounts(672, 672, 0, new SliCounts(1_000_000 - bad, 1_000_000))));
        tally.Add(BudgetReading.Of(0.999, ObjectiveCounts.None));

        (tally.Objectives, tally.WithoutData, tally.Without(BudgetGap.NoTelemetry), tally.Without(BudgetGap.NoTraffic)).ShouldBe((9, 1, 1, 0));
        Enum.GetValues<BudgetState>().Select(tally.In).ShouldBe([1, 2, 2, 1, 2]);
        Enum.GetValues<ConsumptionBand>().Select(tally.In).ShouldBe([1, 0, 2, 2, 2, 1]);
    }

    [Fact]
    public void Bands_are_parts_of_states() => Property.Holds(
        Gen.Choose(0, 2000).Select(i => i / 1000.0).ToArbitrary(),
        consumed => (BudgetTally.BandOf(consumed), ErrorBudgetPolicy.BandOf(1 - consumed).State) switch
        {
            (ConsumptionBand.UpTo25 or ConsumptionBand.UpTo50, BudgetState.Normal) => true,
            (ConsumptionBand.UpTo75, BudgetState.Caution) => true,
            (ConsumptionBand.UpTo90, BudgetState.Freeze) => true,
            (ConsumptionBand.UpTo100, BudgetState.Incident) => true,
            (ConsumptionBand.UpTo100 or ConsumptionBand.Over100, BudgetState.Exhausted) => consumed >= 1,
            // One minus a share in binary may fall short of a boundary.
            _ => Math.Abs((consumed * 100) - Math.Round(consumed * 100)) < 1e-6,
        });
}
