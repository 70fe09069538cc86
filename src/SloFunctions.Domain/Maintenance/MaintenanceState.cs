namespace SloFunctions.Domain.Maintenance;

/// <summary>Where a maintenance window stands.</summary>
public enum MaintenanceState
{
    /// <summary>It has not begun.</summary>
    Planned,

    /// <summary>It has begun and not ended.</summary>
    Running,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>It was taken back, as if it had never been.</summary>
    Removed,
}
