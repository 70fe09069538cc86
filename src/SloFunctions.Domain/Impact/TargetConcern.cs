namespace SloFunctions.Domain.Impact;

/// <summary>Why an availability target may not be kept.</summary>
public enum TargetConcern
{
    /// <summary>The dependencies fail more often than the target allows, whatever the service does itself.</summary>
    Unachievable,

    /// <summary>The dependencies fail more often than the target allows, but retries, caches or fallbacks hide enough of it today.</summary>
    ReliesOnMasking,

    /// <summary>The dependencies allow the target, but the service itself fails too often.</summary>
    NeedsOwnImprovement,

    /// <summary>The target is kept only because dependencies do better than they promise.</summary>
    ExceedsCommitments,
}
