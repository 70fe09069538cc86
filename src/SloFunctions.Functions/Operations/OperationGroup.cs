namespace SloFunctions.Functions.Operations;

/// <summary>What operations over HTTP cost, which decides how long they may take and how many run at once.</summary>
public enum OperationGroup
{
    /// <summary>Reads and writes of little.</summary>
    Cheap,

    /// <summary>Submissions of graphs.</summary>
    Ingestion,

    /// <summary>Recommendations; how many are computed at once is their own policy's.</summary>
    Recommendations,

    /// <summary>Questions about the whole graph: impact, what-if, feasibility.</summary>
    Analyses,

    /// <summary>Reports over months, exports of all alerts, and the verification of the audit log.</summary>
    Reports,

    /// <summary>Recommendations computed again from their evidence.</summary>
    Replays,
}
