namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>The unavailability that a target allows.</summary>
public static class ErrorBudget
{
    /// <summary>Minutes in a month, 365 ÷ 12 days: 99.9 % then allows 43.8 minutes.</summary>
    public const double MonthMinutes = 43_800;

    /// <summary>The rolling window of our SLOs: four whole weeks, so that every window holds the same weekdays.</summary>
    public static readonly TimeSpan SloWindow = TimeSpan.FromDays(28);

    /// <summary>Minutes of full outage that <paramref name="target"/> allows in a month.</summary>
    /// <param name="target">A ratio in [0, 1].</param>
    public static double MonthlyMinutes(double target) => Unavailability(target) * MonthMinutes;

    /// <summary>Minutes of full outage that <paramref name="target"/> allows in an SLO window.</summary>
    /// <param name="target">A ratio in [0, 1].</param>
    public static double SloWindowMinutes(double target) => Unavailability(target) * SloWindow.TotalMinutes;

    private static double Unavailability(double target)
    {
        if (target is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is a ratio in [0, 1].");
        return 1 - target;
    }
}
