using FsCheck;
using FsCheck.Fluent;
using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Tests.ErrorBudgets;

public sealed class ErrorBudgetPolicyTests
{
    [Theory]
    [InlineData(1, BudgetState.Normal)]
    [InlineData(0.500001, BudgetState.Normal)]
    [InlineData(0.5, BudgetState.Caution)]
    [InlineData(0.25, BudgetState.Caution)]
    [InlineData(0.249999, BudgetState.Freeze)]
    [InlineData(0.1, BudgetState.Freeze)]
    [InlineData(0.099999, BudgetState.Incident)]
    [InlineData(0.000001, BudgetState.Incident)]
    [InlineData(0, BudgetState.Exhausted)]
    [InlineData(-7, BudgetState.Exhausted)]
    public void Each_remaining_share_has_the_state_of_the_handbook(double remaining, BudgetState state) =>
        ErrorBudgetPolicy.BandOf(remaining).State.ShouldBe(state);

    [Fact]
    public void Every_state_has_one_row_and_the_rows_fall()
    {
        ErrorBudgetPolicy.Bands.Select(b => b.State).ShouldBe(Enum.GetValues<BudgetState>());
        ErrorBudgetPolicy.Bands.Select(b => b.From).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Less_left_is_never_milder() => Property.Holds(
        Gen.Choose(-3000, 1000).Select(i => i / 1000.0).Two().ToArbitrary(),
        s => ErrorBudgetPolicy.BandOf(Math.Min(s.Item1, s.Item2)).State >= ErrorBudgetPolicy.BandOf(Math.Max(s.Item1, s.Item2)).State);

    [Theory]
    [InlineData(1.001)]
    [InlineData(double.NaN)]
    public void More_than_a_whole_budget_cannot_remain(double remaining) =>
        Should.Throw<ArgumentOutOfRangeException>(() => ErrorBudgetPolicy.BandOf(remaining));
}
