using SloFunctions.Domain.Reports;

namespace SloFunctions.Domain.Tests.Reports;

public sealed class TargetDifferenceTests
{
    [Theory]
    [InlineData(0.999, 0.99, ShadowVerdict.ManualStricter)]
    [InlineData(0.99, 0.999, ShadowVerdict.ManualLooser)]
    [InlineData(0.999, 0.999, ShadowVerdict.Same)]
    [InlineData(0.99999999, 0.99999998, ShadowVerdict.ManualStricter)]
    [InlineData(0.99899999, 0.999, ShadowVerdict.ManualLooser)]
    public void The_higher_target_is_the_stricter_one(double manual, double recommended, ShadowVerdict verdict)
    {
        TargetDifference.Between(manual, recommended).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public void What_rounding_makes_of_a_target_is_the_same_target()
    {
        TargetDifference.Between(0.1 + 0.2, 0.3).Verdict.ShouldBe(ShadowVerdict.Same);
    }

    [Fact]
    public void A_nine_more_is_a_tenth_of_the_failures_and_of_the_budget()
    {
        var difference = TargetDifference.Between(0.999, 0.99);

        difference.Ratio.ShouldBe(0.009, 1e-12);
        difference.Nines.ShouldBe(1, 1e-9);
        // 40.32 minutes of 28 days instead of 403.2.
        difference.BudgetMinutes.ShouldBe(-362.88, 1e-9);
    }

    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(0.9, 1)]
    [InlineData(0, 0.9)]
    [InlineData(double.NaN, 0.9)]
    public void Targets_are_between_0_and_1(double manual, double recommended)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => TargetDifference.Between(manual, recommended));
    }
}
