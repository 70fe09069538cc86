namespace SloFunctions.Application.BulkRuns;

/// <summary>Whether a run was stored, and if not, why.</summary>
/// <param name="Run">The run that was stored; null when none was.</param>
/// <param name="ActiveRunId">The run that is active already, which no other can join; null without one.</param>
/// <param name="Unknown">Places in the list of named services whose ids are not registered, the first ones only; empty for none.</param>
/// <param name="UnknownTotal">How many there are in all.</param>
public sealed record BulkAdmission(BulkRun? Run, Guid? ActiveRunId, IReadOnlyList<int> Unknown, int UnknownTotal)
{
    /// <summary>Nothing was stored, since the scope holds no service.</summary>
    public static BulkAdmission Empty { get; } = new(null, null, [], 0);
}
