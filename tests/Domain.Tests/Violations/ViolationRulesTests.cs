using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Domain.Violations;

namespace SloFunctions.Domain.Tests.Violations;

public sealed class ViolationRulesTests
{
    private const double Target = 0.999;

    // 672 hours of a thousand requests each: 672 may be bad.
    private const int Total = 672_000;

    [Theory]
    [InlineData(672, false, false)]
    [InlineData(673, false, true)]
    [InlineData(672, true, true)]
    [InlineData(659, true, true)]
    [InlineData(658, true, false)]
    public void An_exhausted_budget_is_critical_until_a_fiftieth_of_it_is_back(int bad, bool isOpen, bool expected) =>
        ViolationRules.IsViolated(ViolationSeverity.Critical, Counts(bad), Target, isOpen).ShouldBe(expected);

    [Theory]
    [InlineData(604, false, false)]
    [InlineData(605, false, true)]
    [InlineData(592, true, true)]
    [InlineData(591, true, false)]
    public void Less_than_a_tenth_of_the_budget_is_a_warning_until_somewhat_more_is_back(int bad, bool isOpen, bool expected) =>
        ViolationRules.IsViolated(ViolationSeverity.Warning, Counts(bad), Target, isOpen).ShouldBe(expected);

    [Theory]
    [InlineData(13, false, false)]
    [InlineData(14, false, true)]
    [InlineData(11, true, true)]
    [InlineData(10, true, false)]
    public void An_hour_at_the_rate_of_the_page_is_critical_until_it_is_clearly_slower(int bad, bool isOpen, bool expected) =>
        ViolationRules.IsViolated(ViolationSeverity.Critical, Counts(bad, hour: (bad, 1000)), Target, isOpen).ShouldBe(expected);

    [Theory]
    [InlineData(33, false)]
    [InlineData(34, true)]
    public void Six_hours_at_the_slower_rate_of_the_page_are_a_warning(int bad, bool expected)
    {
        ViolationRules.IsViolated(ViolationSeverity.Warning, Counts(bad, sixHours: (bad, 6000)), Target, false).ShouldBe(expected);
        ViolationRules.IsViolated(ViolationSeverity.Critical, Counts(bad, sixHours: (bad, 6000)), Target, false).ShouldBeFalse();
    }

    [Fact]
    public void A_quiet_hour_in_which_the_only_request_fails_is_none()
    {
        ViolationRules.IsViolated(ViolationSeverity.Critical, Counts(1, hour: (1, 1)), Target, false).ShouldBeFalse();
        ViolationRules.IsViolated(ViolationSeverity.Critical, Counts(7, hour: (7, 7)), Target, false).ShouldBeTrue();
    }

    [Fact]
    public void What_is_not_known_violates_nothing_and_ends_what_was_open()
    {
        foreach (var severity in Enum.GetValues<ViolationSeverity>())
            ViolationRules.IsViolated(severity, BudgetCounts.None, Target, true).ShouldBeFalse();
        ViolationRules.WorstBurnRate(BudgetCounts.None, Target).ShouldBeNull();
    }

    [Fact]
    public void The_worst_burn_rate_is_that_of_the_worst_window() =>
        ViolationRules.WorstBurnRate(Counts(100, hour: (2, 1000), sixHours: (30, 6000)), Target)!.Value.ShouldBe(5, 1e-9);

    [Fact]
    public void Every_rule_ends_no_later_than_it_begins() => ViolationRules.All.ShouldAllBe(r => r.Ends < r.Begins);

    private static BudgetCounts Counts(int bad, (int Bad, int Total)? hour = null, (int Bad, int Total)? sixHours = null) => new(
        Of(bad, Total), ObjectiveCounts.None, ObjectiveCounts.None, sixHours is { } six ? Of(six.Bad, six.Total) : ObjectiveCounts.None, hour is { } one ? Of(one.Bad, one.Total) : ObjectiveCounts.None);

    private static ObjectiveCounts Of(int bad, int total) => new(1, 1, 0, new SliCounts(total - bad, total));
}
