namespace SloFunctions.Application.BulkRuns;

/// <summary>What the orchestration of a run needs to know.</summary>
/// <param name="Total">The services of the run; 0 when nothing is to be done any more.</param>
public sealed record BulkPlan(int Total);
