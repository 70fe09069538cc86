namespace SloFunctions.Application.ErrorBudgets;

/// <summary>A burn rate with where it comes from.</summary>
/// <param name="Window">Over which time.</param>
/// <param name="Rate">The rate; null without requests.</param>
/// <param name="PageFactor">Above it somebody is woken up; null where nobody is.</param>
/// <param name="Source">Live or stored.</param>
/// <param name="Until">Where the time ends; null when that is not told yet.</param>
internal sealed record BurnRateFigure(string Window, double? Rate, double? PageFactor, string Source, DateTimeOffset? Until);
