using Xunit;

namespace SloFunctions.Testing;

/// <summary>A theory that needs <see cref="SharedData"/>, and is skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason to skip when the data is absent.</summary>
    public SharedDataTheoryAttribute() => Skip = SharedData.SkipReason;
}
