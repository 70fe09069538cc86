namespace EndToEnd.Tests.Orchestrations;

/// <summary>Rewrites recorded files; skipped unless <c>SLO_UPDATE_GOLDEN=1</c> asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecordingFactAttribute : FactAttribute
{
    /// <summary>Sets the reason to skip.</summary>
    public RecordingFactAttribute() => Skip = Environment.GetEnvironmentVariable("SLO_UPDATE_GOLDEN") == "1" ? null : "SLO_UPDATE_GOLDEN=1 rewrites the histories.";
}
