using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>What one source told in one run.</summary>
/// <param name="Source">The source.</param>
/// <param name="Nodes">Services stored.</param>
/// <param name="Edges">Dependencies stored.</param>
/// <param name="Submissions">In how many parts; 0 when the source told nothing.</param>
/// <param name="Skipped">What was passed over.</param>
/// <param name="Failure">Why the source told nothing; null when it answered.</param>
public sealed record DiscoveryReport(
    DiscoverySource Source, int Nodes, int Edges, int Submissions, IReadOnlyList<SkippedEntries> Skipped, Exception? Failure)
{
    /// <summary>Contradictions between this source and others about these dependencies.</summary>
    public int Conflicts { get; init; }
}
