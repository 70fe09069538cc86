namespace SloFunctions.Application.BulkRuns;

/// <summary>What became of the services of a run.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Done">Those with a new set.</param>
/// <param name="Unchanged">Those whose set was still valid.</param>
/// <param name="Failed">Those that were given up.</param>
public sealed record BulkCounts(int Total, int Done, int Unchanged, int Failed)
{
    /// <summary>Those of which nothing has become yet.</summary>
    public int Remaining => Total - Done - Unchanged - Failed;
}
