using Npgsql;
using SloFunctions.Application.Graph;
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
            var edges = await connection.QueryAsync(SqlFiles.Load("Graph/follow_dependencies.sql"), parameters, Edge, cancellation);
            string[] reached = [query.Service.Value, .. edges.Select(e => e.Source), .. edges.Select(e => e.Target)];
            var nodes = await connection.QueryAsync(SqlFiles.Load("Graph/read_services.sql"), [reached], ServiceRow.Map, cancellation);
            return nodes.Count == 0
                ? null
                : new Subgraph(query.Service.Value, Term<DependencyDirection>.Name(query.Direction), query.Depth, nodes, edges);
        },
        cancellation);

    private static EdgeSummary Edge(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        new EdgeSummary.How(
            row.GetString(2),
            row.GetString(3),
            row.Nullable<string>(4),
            row.Nullable<int?>(5),
            row.Nullable<string>(6) is { } json ? ServiceRow.Json(json) : null,
            row.Nullable<string>(7)),
        row.GetString(8),
        row.GetDouble(9),
        row.GetFieldValue<DateTimeOffset>(10),
        IsStale: false);
}
