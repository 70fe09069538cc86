namespace SloFunctions.Domain.Graph;

/// <summary>A dependency of the effective graph; its ends are places among the graph's services.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Mode">Whether the caller waits.</param>
/// <param name="Criticality">What the target's failure does to the caller.</param>
/// <param name="RedundancyGroup">The alternatives it belongs to; null when nothing stands in for the target.</param>
/// <param name="NewSince">
/// When the dependency was added to a caller whose others were known before, UTC; null when it may be as old as the caller.
/// </param>
public sealed record GraphDependency(
    int Source,
    int Target,
    CommunicationMode Mode,
    DependencyCriticality Criticality,
    string? RedundancyGroup,
    DateTimeOffset? NewSince)
{
    /// <summary>Whether the caller's availability rests on the target: it waits for it and fails with it.</summary>
    public bool IsHard => Mode == CommunicationMode.Sync && Criticality == DependencyCriticality.Hard;
}
