namespace SloFunctions.Application.Graph;

/// <summary>What people have done about a circular dependency.</summary>
public enum CycleStatus
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>Somebody has taken note of it.</summary>
    Acknowledged,

    /// <summary>It is gone, or meant to stay.</summary>
    Resolved,
}
