namespace SloFunctions.Domain.Drift;

/// <summary>Why a series is, or is not, said to have drifted.</summary>
public enum DriftReason
{
    /// <summary>There is nothing to compare with yet.</summary>
    NoBaseline,

    /// <summary>Too few of the latest values were measured.</summary>
    TooFewPoints,

    /// <summary>Fewer than two detectors tell a change.</summary>
    NoVote,

    /// <summary>The change is over, or too small to matter.</summary>
    VoteTooSmall,

    /// <summary>The change matters but has not lasted long enough yet.</summary>
    VoteTooShort,

    /// <summary>The service is another one than its baseline tells of.</summary>
    Drift,
}
