using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class DeployGateTests
{
    [Theory]
    [InlineData(100, GateReason.BudgetLeft, GateDecision.Allow, GateDecision.Allow)]
    [InlineData(500, GateReason.BudgetCaution, GateDecision.Caution, GateDecision.Caution)]
    [InlineData(800, GateReason.BudgetFreeze, GateDecision.Deny, GateDecision.Allow)]
    [InlineData(950, GateReason.BudgetIncident, GateDecision.Deny, GateDecision.Caution)]
    [InlineData(1000, GateReason.BudgetExhausted, GateDecision.Deny, GateDecision.Caution)]
    [InlineData(9000, GateReason.BudgetExhausted, GateDecision.Deny, GateDecision.Caution)]
    public void Each_state_has_its_decision_and_an_emergency_fix_a_milder_one(int bad, GateReason reason, GateDecision usual, GateDecision emergency)
    {
        var findings = DeployGate.Judge(Reading(bad), false, PolicyThresholds.Handbook, isEmergency: false).ToArray();
        findings.ShouldBe([new GateFinding(reason, usual)]);

        var eased = DeployGate.Judge(Reading(bad), false, PolicyThresholds.Handbook, isEmergency: true).ToArray();
        DeployGate.Decide(eased).ShouldBe(emergency);
        eased.Any(f => f.Reason == GateReason.EmergencyFix).ShouldBe(usual == GateDecision.Deny);
    }

    [Fact]
    public void A_fast_burn_denies_even_with_budget_left_and_is_cautioned_about_in_an_emergency()
    {
        DeployGate.Decide(DeployGate.Judge(Reading(1), true, PolicyThresholds.Handbook, isEmergency: false)).ShouldBe(GateDecision.Deny);
        DeployGate.Decide(DeployGate.Judge(Reading(1), true, PolicyThresholds.Handbook, isEmergency: true)).ShouldBe(GateDecision.Caution);
    }

    [Theory]
    [InlineData(BudgetGap.NoTelemetry, GateReason.NoTelemetry)]
    [InlineData(BudgetGap.NoTraffic, GateReason.NoTraffic)]
    [InlineData(BudgetGap.ThresholdOffBuckets, GateReason.Unmeasurable)]
    [InlineData(BudgetGap.NoHistogram, GateReason.Unmeasurable)]
    public void What_is_not_known_is_cautioned_about(BudgetGap gap, GateReason reason) =>
        DeployGate.Judge(new BudgetReading(gap, null), false, PolicyThresholds.Handbook, isEmergency: false).ShouldBe([new GateFinding(reason, GateDecision.Caution)]);

    [Fact]
    public void More_failures_are_never_judged_milder() => Property.Holds(
        Gen.Choose(0, 3000).Two().ToArbitrary(),
        bad => Decision(Math.Max(bad.Item1, bad.Item2)) >= Decision(Math.Min(bad.Item1, bad.Item2)));

    [Fact]
    public void A_teams_own_thresholds_decide()
    {
        var strict = new PolicyThresholds(0.95, 0.9, 0.85);

        DeployGate.Judge(Reading(120), false, strict, isEmergency: false).Single().Reason.ShouldBe(GateReason.BudgetFreeze);
        Should.Throw<ArgumentException>(() => ErrorBudgetPolicy.BandsOf(new PolicyThresholds(0.2, 0.3, 0.1)));
    }

    [Theory]
    [InlineData(1344, 0, false)]
    [InlineData(1345, 0, true)]
    [InlineData(0, 560, false)]
    [InlineData(0, 561, true)]
    public void Burn_rates_are_fast_above_two_per_cent_an_hour_or_five_in_six(int hour, int sixHours, bool isFast) =>
        FastBurn.Is(OfTenThousand(hour), OfTenThousand(sixHours), new SliCounts(990_000, 1_000_000), 0.99).ShouldBe(isFast);

    [Fact]
    public void A_few_failures_at_night_are_no_fast_burn() =>
        FastBurn.Is(new SliCounts(9, 10), new SliCounts(59, 60), new SliCounts(999_000, 1_000_000), 0.999).ShouldBeFalse();

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.999)]
    [InlineData(0.999999999)]
    public void What_remains_and_what_is_consumed_are_a_whole(double target) => Property.Holds(
        Gen.Choose(0, 1_000_000).ToArbitrary(),
        bad => BudgetBalance.Of(new SliCounts(1_000_000 - bad, 1_000_000), target) is { } b
            && Math.Abs(b.RemainingShare + b.ConsumedShare - 1) <= 1e-9 * Math.Max(1, b.ConsumedShare));

    private static SliCounts OfTenThousand(int bad) => new(10_000 - bad, 10_000);

    private static GateDecision Decision(int bad) => DeployGate.Decide(DeployGate.Judge(Reading(bad), false, PolicyThresholds.Handbook, isEmergency: false));

    // A thousand of a million may fail.
    private static BudgetReading Reading(int bad) => BudgetReading.Of(0.999, new ObjectiveCounts(672, 672, 0, new SliCounts(1_000_000 - bad, 1_000_000)));
}
