using SloFunctions.Domain.ErrorBudgets;

namespace SloFunctions.Domain.Backtesting;

/// <summary>Where in a history the forecasts are made: an origin every few days, each with all of its SLO window behind it.</summary>
public sealed record BacktestPlan
{
    /// <summary>The days that a forecast reaches ahead: an SLO window.</summary>
    public static readonly int HorizonDays = ErrorBudget.SloWindow.Days;

    /// <summary>Makes a plan.</summary>
    /// <param name="lookbackDays">The days that a forecast may look back, at least 1.</param>
    /// <param name="stepDays">The days from one origin to the next, at least 1.</param>
    public BacktestPlan(int lookbackDays, int stepDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lookbackDays, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepDays, 1);
        (LookbackDays, StepDays) = (lookbackDays, stepDays);
    }

    /// <summary>The days that a forecast may look back.</summary>
    public int LookbackDays { get; }

    /// <summary>The days from one origin to the next.</summary>
    public int StepDays { get; }

    /// <summary>The shortest history that holds an origin, days.</summary>
    public int FewestDays => LookbackDays + HorizonDays;

    /// <summary>The origins in a history, as days from its beginning.</summary>
    /// <param name="days">The length of the history.</param>
    public IReadOnlyList<int> Origins(int days)
    {
        var origins = new List<int>();
        for (int origin = LookbackDays; origin + HorizonDays <= days; origin += StepDays) origins.Add(origin);
        return origins;
    }
}
