namespace SloFunctions.Domain.Graph;

/// <summary>What a failure of the dependency does to the caller.</summary>
public enum DependencyCriticality
{
    /// <summary>The caller fails with it.</summary>
    Hard,

    /// <summary>The caller hardly notices.</summary>
    Soft,

    /// <summary>The caller answers, but with less.</summary>
    Degraded,
}
