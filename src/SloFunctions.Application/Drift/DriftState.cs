namespace SloFunctions.Application.Drift;

/// <summary>What is known of a series of a service.</summary>
public enum DriftState
{
    /// <summary>Nobody has looked at it yet.</summary>
    NotEvaluated,

    /// <summary>There is too little history to tell what is usual.</summary>
    NoBaseline,

    /// <summary>Too few of the latest points were measured.</summary>
    NoData,

    /// <summary>As usual.</summary>
    Stable,

    /// <summary>Most detectors tell a change that is small, or young.</summary>
    Suspected,

    /// <summary>It has drifted, and what is usual now has not been learnt yet.</summary>
    Drifted,
}
