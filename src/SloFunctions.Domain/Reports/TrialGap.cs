namespace SloFunctions.Domain.Reports;

/// <summary>Why nothing can be said of two targets side by side.</summary>
public enum TrialGap
{
    /// <summary>Nothing was recommended that could be compared.</summary>
    NoRecommendedTarget,

    /// <summary>The recommendation is too young.</summary>
    TooRecent,

    /// <summary>Less than half of the hours were measured.</summary>
    TooLittleTelemetry,

    /// <summary>There were no requests.</summary>
    NoTraffic,
}
