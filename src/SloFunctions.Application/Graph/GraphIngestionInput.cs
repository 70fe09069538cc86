namespace SloFunctions.Application.Graph;

/// <summary>What the orchestration is told that stores a large submission, and each of its activities.</summary>
/// <param name="IngestionId">The submission, which is also the orchestration's id.</param>
public sealed record GraphIngestionInput(Guid IngestionId)
{
    /// <summary>The orchestrator's name.</summary>
    public const string Orchestrator = "GraphIngestion";
}
