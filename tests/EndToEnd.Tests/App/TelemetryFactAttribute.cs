namespace EndToEnd.Tests.App;

/// <summary>A fact that needs a generated dataset; skipped, saying so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TelemetryFactAttribute : FactAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public TelemetryFactAttribute() => Skip = MeasuredApp.SkipReason;

    /// <summary>Whether it needs servers of its own, too, and so is skipped against a given host.</summary>
    public bool OnOwnHost
    {
        get => false;
        set => Skip ??= value ? GivenHost.SkipReason : null;
    }
}
