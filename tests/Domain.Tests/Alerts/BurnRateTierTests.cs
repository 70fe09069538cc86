using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Tests.Alerts;

public sealed class BurnRateTierTests
{
    private static readonly ServiceId Service = ServiceId.Of("checkout-service");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Factors_are_shares_of_four_weeks()
    {
        BurnRatePolicy.Tiers.Select(t => decimal.Round(t.Factor, 10)).ShouldBe([13.44m, 5.6m, 2.8m, 0.9333333333m]);
        BurnRatePolicy.Tiers.Select(t => decimal.Round(t.BudgetShare(ErrorBudget.SloWindow), 10)).ShouldBe([0.02m, 0.05m, 0.1m, 0.1m]);
        BurnRatePolicy.Tiers.Concat(BurnRatePolicy.PyrraTiers).Select(t => t.Name).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [InlineData("1", 1, 3, 5, 5)]
    [InlineData("0.02", 41, 101, 202, 202)]
    [InlineData("0.0065", null, 311, 621, 621)]
    [InlineData("0.0025", null, null, null, 1613)]
    [InlineData("0.0009", null, null, null, null)]
    public void An_incident_fires_a_tier_when_its_long_window_holds_the_share(string ratio, int? fast, int? slow, int? day, int? threeDays)
    {
        var objective = new AlertedObjective(Service, 0.999);
        decimal errors = decimal.Parse(ratio, System.Globalization.CultureInfo.InvariantCulture);

        BurnRatePolicy.Tiers.Select(t => (int?)t.FireTime(objective, errors, Minute)?.TotalMinutes).ShouldBe([fast, slow, day, threeDays]);
    }

    [Theory]
    [InlineData(0.9, new[] { "page-slow", "ticket-fast", "ticket-slow" })]
    [InlineData(0.93, new[] { "page-fast", "page-slow", "ticket-fast", "ticket-slow" })]
    [InlineData(0.8, new[] { "ticket-fast", "ticket-slow" })]
    public void A_tier_is_reachable_while_less_than_everything_must_fail(double target, string[] tiers) =>
        BurnRatePolicy.Tiers.Where(t => t.IsReachable(new AlertedObjective(Service, target))).Select(t => t.Name).ShouldBe(tiers);

    [Fact]
    public void An_alert_ends_when_the_short_window_has_forgotten()
    {
        var objective = new AlertedObjective(Service, 0.999);

        BurnRatePolicy.Tiers.Select(t => t.RecoveryTime(objective, 1, Minute).TotalMinutes).ShouldBe([5, 30, 120, 360]);
        BurnRatePolicy.Tiers[1].RecoveryTime(objective, 0.0112m, Minute).TotalMinutes.ShouldBe(15);
        BurnRatePolicy.Tiers[1].RecoveryTime(objective, 0.0056m, Minute).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Budgets_are_exact()
    {
        new AlertedObjective(Service, 0.999).Budget.ShouldBe(0.001m);
        new AlertedObjective(Service, 0.99999).Budget.ShouldBe(0.00001m);
    }

    [Theory]
    [InlineData(0.9, "latency-p90")]
    [InlineData(0.95, "latency-p95")]
    [InlineData(0.999, "latency-p999")]
    [InlineData(0.9995, "latency-p9995")]
    public void A_latency_objective_is_called_after_its_percentile(double target, string name) => new AlertedObjective(Service, target, 1).Name.ShouldBe(name);

    [Fact]
    public void What_is_left_out_is_told_once_a_tier()
    {
        var omissions = AlertOmission.Of(
            [new(Service, 0.8), new(Service, 0.99, 0.3) { ThresholdIsBoundary = false }, new(Service, 0.999)], BurnRatePolicy.Tiers).ToArray();

        omissions.Select(o => o.Tier?.Name).ShouldBe(["page-fast", "page-slow", null]);
        omissions[0].Reason.ShouldBe("No tier page-fast for availability: at a target of 80 % it would fire above 268.8 % bad requests, which there cannot be.");
    }

    [Theory]
    [InlineData(0.0, null)]
    [InlineData(1.0, null)]
    [InlineData(double.NaN, null)]
    [InlineData(0.99, 0.0)]
    [InlineData(0.99, double.PositiveInfinity)]
    public void What_is_no_objective_is_refused(double target, double? threshold) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new AlertedObjective(Service, target, threshold));
}
