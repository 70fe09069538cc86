using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Shows the surroundings of a service.</summary>
public sealed class GetDependencies(ISubgraphReader graph, GraphPolicy policy, TimeProvider clock)
{
    private const int ScoreDecimals = 4;

    /// <summary>Reads the subgraph, or says that the service is not known.</summary>
    public async Task<Result<Subgraph>> HandleAsync(SubgraphQuery query, CancellationToken cancellation)
    {
        if (await graph.ReadAsync(query, cancellation) is not { } subgraph) return Error.ServiceNotFound(query.Service.Value);
        var now = clock.GetUtcNow();
        return subgraph with { Edges = [.. subgraph.Edges.Select(e => e with { ConfidenceScore = Confidence(e, now) })] };
    }

    private double Confidence(EdgeSummary edge, DateTimeOffset now) =>
        Math.Round(EdgeConfidence.After(edge.ConfidenceScore, now - edge.LastObservedAt, policy.StalenessWindow), ScoreDecimals);
}
