using SloFunctions.Application.Graph;

namespace SloFunctions.Testing.Ports;

/// <summary>Knows one subgraph, or none.</summary>
public sealed class FixedSubgraph(Subgraph? subgraph) : ISubgraphReader
{
    /// <inheritdoc/>
    public Task<Subgraph?> ReadAsync(SubgraphQuery query, CancellationToken cancellation) =>
        Task.FromResult(subgraph?.ServiceId == query.Service.Value ? subgraph : null);
}
