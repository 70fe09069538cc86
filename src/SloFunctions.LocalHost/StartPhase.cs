namespace SloFunctions.LocalHost;

/// <summary>Whether the host is still starting.</summary>
internal sealed class StartPhase
{
    /// <summary>True once the server listens.</summary>
    public bool IsOver { get; set; }
}
