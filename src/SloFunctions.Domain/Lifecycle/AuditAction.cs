namespace SloFunctions.Domain.Lifecycle;

/// <summary>What was done about the targets of a service.</summary>
public enum AuditAction
{
    /// <summary>A recommendation was taken as it was.</summary>
    Accept,

    /// <summary>A recommendation was taken with changes.</summary>
    Modify,

    /// <summary>A recommendation was refused.</summary>
    Reject,

    /// <summary>Somebody brought targets of their own.</summary>
    Manual,

    /// <summary>A rule took a recommendation as it was.</summary>
    AutoApprove,

    /// <summary>Nobody decided about a recommendation in time.</summary>
    Expire,

    /// <summary>The service was found to behave otherwise than before.</summary>
    DriftTriggered,
}
