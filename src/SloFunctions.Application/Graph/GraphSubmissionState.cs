namespace SloFunctions.Application.Graph;

/// <summary>How a large submission stands that is not stored in the graph.</summary>
public enum GraphSubmissionState
{
    /// <summary>It waits for its turn.</summary>
    Accepted,

    /// <summary>It is being stored, or has been tried and is tried again.</summary>
    Processing,

    /// <summary>It will never be stored.</summary>
    Failed,
}
