using SloFunctions.Domain.Graph;

namespace SloFunctions.Testing.Graphs;

/// <summary>A dependency of a <see cref="GeneratedGraph"/>; its ends are places among the services.</summary>
/// <param name="Source">The caller.</param>
/// <param name="Target">The service called.</param>
/// <param name="Mode">Whether the caller waits.</param>
/// <param name="Criticality">What the target's failure does to the caller.</param>
/// <param name="Group">The alternatives it belongs to, named per source; null for none.</param>
public sealed record GeneratedEdge(int Source, int Target, CommunicationMode Mode, DependencyCriticality Criticality, string? Group);
