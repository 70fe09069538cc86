namespace SloFunctions.Application.Maintenance;

/// <summary>How large requests about maintenance may be.</summary>
public static class MaintenanceLimits
{
    /// <summary>Characters of a reason.</summary>
    public const int Reason = 1000;

    /// <summary>Windows of a service that are not over, or have been for less than an SLO window.</summary>
    public const int Windows = 200;

    /// <summary>The shortest window.</summary>
    public static readonly TimeSpan ShortestWindow = TimeSpan.FromMinutes(1);
}
