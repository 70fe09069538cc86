namespace SloFunctions.Application.BulkRuns;

/// <summary>How a bulk run stands. In the first three it is active, and no other can be.</summary>
public enum BulkRunState
{
    /// <summary>It is stored and waits to begin.</summary>
    Accepted,

    /// <summary>Its services are being worked on.</summary>
    Running,

    /// <summary>It is to end early; what is being stored is stored.</summary>
    Cancelling,

    /// <summary>Every service has its recommendations.</summary>
    Completed,

    /// <summary>Every service was tried; some could not be computed.</summary>
    CompletedWithFailures,

    /// <summary>Somebody ended it early; what was computed stays.</summary>
    Cancelled,

    /// <summary>It could not go on; what was computed stays.</summary>
    Failed,
}
