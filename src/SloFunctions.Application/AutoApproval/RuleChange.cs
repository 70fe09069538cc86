namespace SloFunctions.Application.AutoApproval;

/// <summary>Who changes a rule, when, and which versions of it they have seen.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Now">When.</param>
/// <param name="Versions">The versions that the change is held against; null when any will do.</param>
public sealed record RuleChange(string Actor, DateTimeOffset Now, IReadOnlyList<long>? Versions = null)
{
    /// <summary>Whether a version is one that they have seen.</summary>
    public bool Allows(long version) => Versions is null || Versions.Contains(version);
}
