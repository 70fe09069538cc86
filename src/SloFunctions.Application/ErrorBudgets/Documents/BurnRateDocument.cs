namespace SloFunctions.Application.ErrorBudgets.Documents;

/// <summary>How fast an error budget was spent over some time.</summary>
/// <param name="Window"><c>1h</c>, <c>6h</c>, <c>1d</c> or <c>3d</c>.</param>
/// <param name="BurnRate">1 spends the budget exactly over the SLO window; null without requests that were measured.</param>
/// <param name="PageFactor">Above it somebody is woken up, and nothing is to be deployed; null where nobody is.</param>
/// <param name="Source"><c>live</c> from the metric store, or <c>stored</c> from the hours counted.</param>
/// <param name="MeasuredUntil">Where the time ends; null when nothing was ever measured.</param>
public sealed record BurnRateDocument(string Window, double? BurnRate, double? PageFactor, string Source, DateTimeOffset? MeasuredUntil);
