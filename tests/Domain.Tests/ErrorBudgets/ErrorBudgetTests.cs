using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class ErrorBudgetTests
{
    [Theory]
    [InlineData(0.995, 219.0)]
    [InlineData(0.999, 43.8)]
    [InlineData(0.9995, 21.9)]
    [InlineData(1, 0)]
    [InlineData(0, 43_800)]
    public void A_month_has_43800_minutes(double target, double minutes)
    {
        ErrorBudget.MonthlyMinutes(target).ShouldBe(minutes, 1e-9);
    }

    [Theory]
    [InlineData(0.999, 40.32)]
    [InlineData(0.99, 403.2)]
    [InlineData(1, 0)]
    public void An_SLO_window_has_28_days(double target, double minutes)
    {
        ErrorBudget.SloWindowMinutes(target).ShouldBe(minutes, 1e-9);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0001)]
    [InlineData(99.9)]
    [InlineData(double.NaN)]
    public void A_target_is_a_ratio(double target)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ErrorBudget.MonthlyMinutes(target));
        Should.Throw<ArgumentOutOfRangeException>(() => ErrorBudget.SloWindowMinutes(target));
    }
}
