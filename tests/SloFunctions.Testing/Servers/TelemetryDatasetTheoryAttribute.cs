using Xunit;

namespace SloFunctions.Testing.Servers;

/// <summary>A theory that needs a <see cref="TelemetryDataset"/>, and is skipped, saying so, where there is none and none is required.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TelemetryDatasetTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason to skip when the dataset is absent.</summary>
    public TelemetryDatasetTheoryAttribute() => Skip = TelemetryDataset.SkipReason;
}
