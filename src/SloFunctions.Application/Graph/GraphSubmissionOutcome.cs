namespace SloFunctions.Application.Graph;

/// <summary>What became of an attempt to store a large submission.</summary>
public enum GraphSubmissionOutcome
{
    /// <summary>It is stored, now or since an earlier attempt.</summary>
    Completed,

    /// <summary>It will never be stored.</summary>
    Failed,

    /// <summary>An earlier submission of the same source comes first.</summary>
    MustWait,

    /// <summary>The database does not answer; nothing of it is stored yet.</summary>
    Unavailable,

    /// <summary>There is no such submission, or no longer.</summary>
    Unknown,
}
