namespace EndToEnd.Tests.App;

/// <summary>A theory that needs a generated dataset; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TelemetryTheoryAttribute : TheoryAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public TelemetryTheoryAttribute() => Skip = MeasuredApp.SkipReason;
}
