namespace SloFunctions.Application.BulkRuns;

/// <summary>What the orchestration of a bulk run is known by. Its instance id is the run's.</summary>
public static class BulkRunNames
{
    /// <summary>The orchestrator.</summary>
    public const string Orchestrator = "BulkRecommendation";

    /// <summary>The event that ends it early.</summary>
    public const string CancelEvent = "cancel";

    /// <summary>Who asks for the nightly run.</summary>
    public const string NightlyActor = "system:nightly";

    /// <summary>The instance id of a run's orchestration.</summary>
    public static string InstanceOf(Guid run) => run.ToString("D");
}
