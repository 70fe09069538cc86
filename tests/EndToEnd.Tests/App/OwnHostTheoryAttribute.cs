namespace EndToEnd.Tests.App;

/// <summary>A theory that needs servers of its own; skipped, saying so, when the tests run against a given host.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnHostTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public OwnHostTheoryAttribute() => Skip = GivenHost.SkipReason;
}
