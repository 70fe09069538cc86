using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Burn rates so high that somebody is woken up: 2 % of the budget within an hour, or 5 % within six.</summary>
public static class FastBurn
{
    /// <summary>Above this burn rate over an hour: 13.44 in an SLO window of 28 days.</summary>
    public static readonly double HourFactor = Factor(0.02, TimeSpan.FromHours(1));

    /// <summary>Above this burn rate over six hours: 5.6 in an SLO window of 28 days.</summary>
    public static readonly double SixHoursFactor = Factor(0.05, TimeSpan.FromHours(6));

    /// <summary>Whether either burn rate is above its factor; a rate that is not known is not.</summary>
    public static bool Is(double? hour, double? sixHours) => hour > HourFactor || sixHours > SixHoursFactor;

    /// <summary>Whether counts burn so fast.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="target">A ratio in (0, 1).</param>
    public static bool Is(BudgetCounts counts, double target) => Is(Rate(counts.Hour.Counts, target), Rate(counts.SixHours.Counts, target));

    private static double? Rate(SliCounts counts, double target) => BurnRate.Of(counts, target);

    private static double Factor(double budgetShare, TimeSpan window) => budgetShare * (ErrorBudget.SloWindow / window);
}
