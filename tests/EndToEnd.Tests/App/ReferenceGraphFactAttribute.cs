using SloFunctions.Testing;

namespace EndToEnd.Tests.App;

/// <summary>A fact about a graph that is not ours to copy; skipped, saying so, where it is absent or the host is a given one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferenceGraphFactAttribute : FactAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public ReferenceGraphFactAttribute() => Skip = SharedData.Path is null
        ? "The reference data is not on this machine: there is no folder shared/data beside the checkout."
        : GivenHost.SkipReason;
}
