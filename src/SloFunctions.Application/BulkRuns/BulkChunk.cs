namespace SloFunctions.Application.BulkRuns;

/// <summary>Some services of a run that have an orchestration of their own.</summary>
/// <param name="RunId">The run.</param>
/// <param name="First">The place of the first one.</param>
/// <param name="Count">How many.</param>
public sealed record BulkChunk(Guid RunId, int First, int Count);
