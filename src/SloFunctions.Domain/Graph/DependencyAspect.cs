namespace SloFunctions.Domain.Graph;

/// <summary>What sources say of a dependency.</summary>
public enum DependencyAspect
{
    /// <summary>Whether the caller waits.</summary>
    CommunicationMode,

    /// <summary>What the target's failure does to the caller.</summary>
    Criticality,

    /// <summary>How the caller calls.</summary>
    Protocol,

    /// <summary>How long the caller waits, in milliseconds.</summary>
    TimeoutMs,

    /// <summary>How the caller tries again.</summary>
    RetryConfig,

    /// <summary>Which alternatives the target belongs to.</summary>
    RedundancyGroup,
}
