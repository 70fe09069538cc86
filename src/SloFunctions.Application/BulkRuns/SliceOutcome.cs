namespace SloFunctions.Application.BulkRuns;

/// <summary>How the services of a slice stand after an attempt, whoever made it.</summary>
/// <param name="Done">Those that have their recommendations.</param>
/// <param name="GivenUp">Those that have failed for the last time.</param>
/// <param name="Failed">Places of those that have failed and may be tried again.</param>
/// <param name="IsStopped">Whether work ended early, since the run does not go on.</param>
public sealed record SliceOutcome(int Done, int GivenUp, IReadOnlyList<int> Failed, bool IsStopped);
