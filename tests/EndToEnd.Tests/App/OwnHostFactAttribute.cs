namespace EndToEnd.Tests.App;

/// <summary>A fact that needs servers of its own; skipped, saying so, when the tests run against a given host.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnHostFactAttribute : FactAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public OwnHostFactAttribute() => Skip = GivenHost.SkipReason;
}
