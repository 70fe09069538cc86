namespace SloFunctions.Application.Graph;

/// <summary>Which way to follow dependencies from a service.</summary>
public enum DependencyDirection
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>To the services that call it.</summary>
    Upstream,

    /// <summary>To the services that it calls.</summary>
    Downstream,
}
