namespace SloFunctions.Domain.Alerts;

/// <summary>The runbooks that alerts lead to; their names are those of the pages.</summary>
public enum RunbookPage
{
    /// <summary>An error budget burns too fast.</summary>
    ErrorBudgetBurn,

    /// <summary>Little of an error budget is left, or much of it went in a day.</summary>
    ErrorBudgetLow,

    /// <summary>There is nothing to measure an SLO by.</summary>
    SloMetricAbsent,
}
