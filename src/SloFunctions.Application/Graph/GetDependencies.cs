using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Shows the surroundings of a service.</summary>
public sealed class GetDependencies(ISubgraphReader graph)
{
    /// <summary>Reads the subgraph, or says that the service is not known.</summary>
    public async Task<Result<Subgraph>> HandleAsync(SubgraphQuery query, CancellationToken cancellation) =>
        await graph.ReadAsync(query, cancellation) is { } subgraph ? subgraph : Error.ServiceNotFound(query.Service.Value);
}
