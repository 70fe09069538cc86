namespace SloFunctions.Domain.Reliability;

/// <summary>How available the services of a cycle are together.</summary>
public enum CycleRule
{
    /// <summary>As available as the weakest of them: the specification's reading.</summary>
    WeakestMember,

    /// <summary>Only while all of them work: the product.</summary>
    AllUp,
}
