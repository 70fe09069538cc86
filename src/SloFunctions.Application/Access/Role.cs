namespace SloFunctions.Application.Access;

/// <summary>What a caller may do; each role includes the ones before it.</summary>
public enum Role
{
    /// <summary>Reads recommendations, targets, dependencies and reports.</summary>
    Viewer,

    /// <summary>Changes what belongs to its own teams' services as well.</summary>
    ServiceOwner,

    /// <summary>Changes everything.</summary>
    SreAdmin,
}
