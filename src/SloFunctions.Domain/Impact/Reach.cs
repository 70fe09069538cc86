namespace SloFunctions.Domain.Impact;

/// <summary>How a service depends on another, directly or through others.</summary>
public enum Reach
{
    /// <summary>It does not need it.</summary>
    None,

    /// <summary>It needs it or something else.</summary>
    Alternative,

    /// <summary>It cannot do without it.</summary>
    Necessary,
}
