using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.Graph;

/// <summary>What a source told.</summary>
/// <param name="Update">What can be stored; empty when the source knows of nothing. Of any size.</param>
/// <param name="Skipped">What cannot, reason by reason.</param>
public sealed record DiscoveredGraph(GraphUpdate Update, IReadOnlyList<SkippedEntries> Skipped);
