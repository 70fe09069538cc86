namespace SloFunctions.Application.Recommendations;

/// <summary>The target whose error budget dependencies consume.</summary>
/// <param name="Target">A ratio in (0, 1).</param>
/// <param name="Source">Where it comes from, as published.</param>
internal sealed record ErrorBudgetTarget(double Target, string Source)
{
    /// <summary>The SLO in force, else the target that is proposed by default; null without either.</summary>
    public static ErrorBudgetTarget? Of(double? activeSlo, double? balanced) =>
        activeSlo is { } active ? new(active, "active_slo") : balanced is { } proposed ? new(proposed, "balanced_tier") : null;

    /// <summary>The share of the error budget that an unavailability takes up; 1 is all of it.</summary>
    public double Consumption(double unavailability) => unavailability / (1 - Target);
}
