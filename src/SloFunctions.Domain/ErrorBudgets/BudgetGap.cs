namespace SloFunctions.Domain.ErrorBudgets;

/// <summary>Why nothing is known of an error budget.</summary>
public enum BudgetGap
{
    /// <summary>No hour of the window was measured.</summary>
    NoTelemetry,

    /// <summary>There were no requests, which is missing data and not an untouched budget.</summary>
    NoTraffic,

    /// <summary>The threshold of the latency objective is no boundary of the histogram, so that requests within it cannot be counted: unmeasurable.</summary>
    ThresholdOffBuckets,

    /// <summary>There is no histogram to measure the latency objective by: unmeasurable.</summary>
    NoHistogram,
}
