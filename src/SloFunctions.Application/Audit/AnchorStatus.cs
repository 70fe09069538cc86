namespace SloFunctions.Application.Audit;

/// <summary>Whether a verification looked at the anchors.</summary>
public enum AnchorStatus
{
    /// <summary>It did.</summary>
    Compared,

    /// <summary>Their store did not answer.</summary>
    Unavailable,

    /// <summary>There is no store for them.</summary>
    NotConfigured,
}
