using Xunit;

namespace SloFunctions.Testing;

/// <summary>A fact that needs <see cref="SharedData"/>, and is skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Sets the reason to skip when the data is absent.</summary>
    public SharedDataFactAttribute() => Skip = SharedData.SkipReason;
}
