using System.Text.Json.Serialization;

namespace SloFunctions.Application.BulkRuns;

/// <summary>How far the orchestration of a run has come; its custom status.</summary>
/// <param name="Total">The services of the run.</param>
/// <param name="Done">Those that have their recommendations.</param>
/// <param name="Failed">Those that were given up.</param>
/// <param name="ChunksDone">Chunks that have ended.</param>
public sealed record BulkProgress(
    [property: JsonPropertyName("total")] int Total,
    [property: JsonPropertyName("done")] int Done,
    [property: JsonPropertyName("failed")] int Failed,
    [property: JsonPropertyName("chunks_done")] int ChunksDone)
{
    /// <summary>The same with one more chunk.</summary>
    public BulkProgress With(ChunkOutcome chunk) => this with { Done = Done + chunk.Done, Failed = Failed + chunk.Failed, ChunksDone = ChunksDone + 1 };
}
