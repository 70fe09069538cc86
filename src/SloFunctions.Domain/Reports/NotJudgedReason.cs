namespace SloFunctions.Domain.Reports;

/// <summary>Why nothing is said of an objective in a window.</summary>
public enum NotJudgedReason
{
    /// <summary>It was not in force for the whole window.</summary>
    ActivatedDuringWindow,

    /// <summary>Less than half of the hours were measured.</summary>
    TooLittleTelemetry,

    /// <summary>There were no requests, which is missing data and not a kept promise.</summary>
    NoTraffic,

    /// <summary>Its threshold is no boundary of the histogram, so that requests within it cannot be counted.</summary>
    ThresholdOffBuckets,

    /// <summary>There is no histogram.</summary>
    NoHistogram,
}
