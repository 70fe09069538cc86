namespace SloFunctions.Application.BulkRuns;

/// <summary>What became of the services of a bulk run, as published.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Done">Those with new recommendations.</param>
/// <param name="Unchanged">Those whose recommendations were still valid.</param>
/// <param name="Failed">Those that were given up.</param>
/// <param name="Remaining">Those of which nothing has become yet.</param>
public sealed record BulkCountsDocument(int Total, int Done, int Unchanged, int Failed, int Remaining);
