namespace SloFunctions.Application.BulkRuns;

/// <summary>What the orchestration of a run is told.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Total">Its services; null before they are counted.</param>
/// <param name="NextChunk">The first chunk that has not been worked on in an earlier history.</param>
/// <param name="Progress">What earlier histories did; null at the beginning.</param>
public sealed record BulkRunInput(Guid RunId, int? Total = null, int NextChunk = 0, BulkProgress? Progress = null);
