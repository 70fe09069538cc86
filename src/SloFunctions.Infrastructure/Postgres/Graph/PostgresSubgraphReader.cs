using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Follows dependencies inside the database.</summary>
public sealed class PostgresSubgraphReader(PostgresDatabase database) : ISubgraphReader
{
    /// <inheritdoc/>
    public Task<Subgraph?> ReadAsync(SubgraphQuery query, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            object[] parameters =
            [
                query.Service.Value,
                query.Direction is DependencyDirection.Downstream or DependencyDirection.Both,
                query.Direction is DependencyDirection.Upstream or DependencyDirection.Both,
                query.Depth,
                query.IncludeExternal,
            ];
            var place = new Dictionary<Guid, int>();
            int Place(Guid service) => place.TryAdd(service, place.Count) ? place.Count - 1 : place[service];
            var views = await connection.QueryAsync(SqlFiles.Load("Graph/follow_dependencies.sql"), parameters, row => DependencyRow.Map(row, Place), cancellation);

            string[] names = new string[place.Count];
            object[] reached = [query.Service.Value, place.Keys.ToArray()];
            var nodes = await connection.QueryAsync(SqlFiles.Load("Graph/read_services.sql"), reached, row => Named(row, place, names), cancellation);
            return nodes.Count == 0
                ? null
                : new Subgraph(query.Service.Value, Term<DependencyDirection>.Name(query.Direction), query.Depth, nodes, [.. Edges(views, names)]);
        },
        cancellation);

    private static ServiceSummary Named(NpgsqlDataReader row, Dictionary<Guid, int> place, string[] names)
    {
        var service = ServiceRow.Map(row);
        if (place.TryGetValue(row.GetGuid(7), out int at)) names[at] = service.ServiceId;
        return service;
    }

    // A dependency within a circle is met on the way down and on the way up.
    private static IEnumerable<EdgeSummary> Edges(IReadOnlyList<SourcedDependency> views, string[] names) =>
        DependencyMerge.Merge(views.DistinctBy(v => (v.Source, v.Target, v.From)))
            .Select(d => Edge(d, names))
            .OrderBy(e => e.Source, StringComparer.Ordinal)
            .ThenBy(e => e.Target, StringComparer.Ordinal);

    private static EdgeSummary Edge(MergedDependency dependency, string[] names)
    {
        var effective = dependency.Effective(newSince: null);
        var reporter = dependency.Views[0];
        return new EdgeSummary(
            names[dependency.Source],
            names[dependency.Target],
            new EdgeSummary.How(
                Term<CommunicationMode>.Name(effective.Mode),
                Term<DependencyCriticality>.Name(effective.Criticality),
                dependency.Protocol,
                dependency.TimeoutMs,
                dependency.RetryConfigJson is { } json ? ServiceRow.Json(json) : null,
                effective.RedundancyGroup),
            Term<DiscoverySource>.Name(reporter.From),
            reporter.Confidence,
            reporter.LastObservedAt,
            IsStale: false);
    }
}
