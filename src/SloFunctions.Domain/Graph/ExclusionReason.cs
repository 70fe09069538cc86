namespace SloFunctions.Domain.Graph;

/// <summary>Why a dependency does not count in composite availabilities.</summary>
public enum ExclusionReason
{
    /// <summary>The caller does not wait for the target.</summary>
    Asynchronous,

    /// <summary>The caller hardly notices when the target fails.</summary>
    Soft,

    /// <summary>The caller answers with less when the target fails.</summary>
    Degraded,
}
