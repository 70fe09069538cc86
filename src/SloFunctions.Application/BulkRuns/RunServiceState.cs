namespace SloFunctions.Application.BulkRuns;

/// <summary>What became of a service of a run.</summary>
public enum RunServiceState
{
    /// <summary>Nothing yet.</summary>
    Pending,

    /// <summary>It has a new set.</summary>
    Done,

    /// <summary>Its set was still valid.</summary>
    Unchanged,

    /// <summary>It was given up.</summary>
    Failed,
}
