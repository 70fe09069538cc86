namespace SloFunctions.Application.BulkRuns;

/// <summary>How the services of a chunk stand at its end.</summary>
/// <param name="Done">Those that have their recommendations.</param>
/// <param name="Failed">Those that were given up.</param>
/// <param name="IsStopped">Whether work ended early, since the run does not go on.</param>
public sealed record ChunkOutcome(int Done, int Failed, bool IsStopped);
