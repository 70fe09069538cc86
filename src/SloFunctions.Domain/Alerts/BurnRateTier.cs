namespace SloFunctions.Domain.Alerts;

/// <summary>
/// An alert on one rate of spending. It fires while both windows spend faster than the factor: the long one tells that it
/// matters, the short one that it still goes on.
/// </summary>
/// <param name="Name">What the tier is called; stable, so that other alerts can be inhibited by it.</param>
/// <param name="ShortWindow">The window that ends the alert.</param>
/// <param name="LongWindow">The window that begins it.</param>
/// <param name="Factor">How many times faster than sustainable.</param>
/// <param name="Severity">How soon somebody must look.</param>
/// <param name="For">How long both must last; nothing unless given.</param>
public sealed record BurnRateTier(
    string Name, TimeSpan ShortWindow, TimeSpan LongWindow, decimal Factor, AlertSeverity Severity, TimeSpan For = default)
{
    /// <summary>The share of a window's budget that is spent when an incident of this rate has lasted for the long window.</summary>
    /// <param name="sloWindow">The window of the SLO.</param>
    public decimal BudgetShare(TimeSpan sloWindow) => Factor * LongWindow.Ticks / sloWindow.Ticks;

    /// <summary>The share of bad requests above which the tier fires.</summary>
    public decimal Limit(AlertedObjective objective) => Factor * objective.Budget;

    /// <summary>Whether the tier can fire at all: no more than all requests can be bad.</summary>
    public bool IsReachable(AlertedObjective objective) => Limit(objective) < 1;

    /// <summary>How long the budget of a whole SLO window lasts at this rate.</summary>
    /// <param name="sloWindow">The window of the SLO.</param>
    public TimeSpan Exhaustion(TimeSpan sloWindow) => TimeSpan.FromTicks((long)(sloWindow.Ticks / Factor));

    /// <summary>
    /// After how long an incident fires the alert: factor · (1 − target) ÷ error ratio · long window, at the first evaluation
    /// after it, and what <see cref="For"/> adds. It supposes steady traffic and no errors before.
    /// </summary>
    /// <param name="objective">The objective.</param>
    /// <param name="errorRatio">The share of bad requests from the beginning of the incident on, in (0, 1].</param>
    /// <param name="step">The time between evaluations, one of which is at the beginning.</param>
    /// <returns>Whole steps; null when the incident is too mild ever to fire it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio or the step lies outside its range.</exception>
    public TimeSpan? FireTime(AlertedObjective objective, decimal errorRatio, TimeSpan step)
    {
        RequireRatio(errorRatio);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        if (errorRatio <= Limit(objective)) return null;
        decimal exact = Limit(objective) / errorRatio;
        // Both windows must be above the limit, which the longer one is last.
        return Whole(exact * LongWindow.Ticks, step) + Whole(For.Ticks - 1, step);
    }

    /// <summary>
    /// After how long without errors the alert ends, following an incident that filled the short window: at the first
    /// evaluation at which the short window is no longer above the limit.
    /// </summary>
    /// <param name="objective">The objective.</param>
    /// <param name="errorRatio">The share of bad requests during the incident, in (0, 1].</param>
    /// <param name="step">The time between evaluations.</param>
    /// <returns>Whole steps; zero when the incident is too mild to fire it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ratio or the step lies outside its range.</exception>
    public TimeSpan RecoveryTime(AlertedObjective objective, decimal errorRatio, TimeSpan step)
    {
        RequireRatio(errorRatio);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        if (errorRatio <= Limit(objective)) return TimeSpan.Zero;
        decimal left = (1 - (Limit(objective) / errorRatio)) * ShortWindow.Ticks;
        return TimeSpan.FromTicks((long)Math.Ceiling(left / step.Ticks) * step.Ticks);
    }

    // The first multiple of the step that is above.
    private static TimeSpan Whole(decimal ticks, TimeSpan step) => TimeSpan.FromTicks(((long)Math.Floor(ticks / step.Ticks) + 1) * step.Ticks);

    private static void RequireRatio(decimal ratio)
    {
        if (ratio is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "A share of bad requests is in (0, 1].");
    }
}
