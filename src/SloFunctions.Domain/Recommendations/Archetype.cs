namespace SloFunctions.Domain.Recommendations;

/// <summary>What kind of service it is, for what is usual of its kind.</summary>
public enum Archetype
{
    /// <summary>An API gateway or front door.</summary>
    Gateway,

    /// <summary>A service behind others.</summary>
    Backend,

    /// <summary>A pipeline that moves or transforms data.</summary>
    Pipeline,

    /// <summary>An integration run by somebody else.</summary>
    External,
}
