using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Merges submissions into the tables.</summary>
internal static class GraphUpsert
{
    public static async Task<GraphWrites> RunAsync(NpgsqlConnection connection, GraphUpdate update, CancellationToken cancellation)
    {
        int services = await ServicesAsync(connection, update, cancellation);
        if (update.Edges.Count == 0) return new GraphWrites(services, 0, 0);
        var written = await connection.QueryAsync(
            SqlFiles.Load("Graph/upsert_dependencies.sql"), Columns(update), row => new GraphWrites(services, row.GetInt32(0), row.GetInt32(1)), cancellation);
        return written[0];
    }

    private static async Task<int> ServicesAsync(NpgsqlConnection connection, GraphUpdate update, CancellationToken cancellation)
    {
        string[] named =
        [
            .. update.Nodes.Select(n => n.Id.Value),
            .. update.Edges.Select(e => e.Source.Value),
            .. update.Edges.Select(e => e.Target.Value),
        ];
        int created = await connection.ExecuteAsync(SqlFiles.Load("Graph/insert_unknown_services.sql"), [named.Distinct(StringComparer.Ordinal).ToArray()], cancellation);

        ServiceRegistration[] described = [.. update.Nodes.Where(n => n.MetadataJson is not null)];
        if (described.Length == 0) return created;
        object[] columns =
        [
            described.Select(n => n.Id.Value).ToArray(),
            described.Select(n => n.MetadataJson!).ToArray(),
            described.Select(n => Name(n.Criticality)).ToArray(),
            described.Select(n => n.Team).ToArray(),
            described.Select(n => (short?)n.Tier).ToArray(),
            described.Select(n => Name(n.Type)).ToArray(),
            described.Select(n => n.PublishedSla).ToArray(),
        ];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/update_described_services.sql"), columns, cancellation);
        return created;
    }

    private static object[] Columns(GraphUpdate update)
    {
        var calls = update.Edges.Where(e => e.CallCount is not null).GroupBy(e => e.Source).ToDictionary(g => g.Key, g => g.Sum(e => (double)e.CallCount!.Value));
        return
        [
            update.Edges.Select(e => e.Source.Value).ToArray(),
            update.Edges.Select(e => e.Target.Value).ToArray(),
            update.Edges.Select(e => Name(e.Mode)).ToArray(),
            update.Edges.Select(e => Name(e.Criticality)).ToArray(),
            update.Edges.Select(e => e.Protocol).ToArray(),
            update.Edges.Select(e => e.TimeoutMs).ToArray(),
            update.Edges.Select(e => e.RetryConfigJson).ToArray(),
            update.Edges.Select(e => e.RedundancyGroup).ToArray(),
            update.Edges.Select(e => e.CallCount).ToArray(),
            update.Edges.Select(e => EdgeConfidence.WhenSeen(update.Source, CallShare(e, calls))).ToArray(),
            Term<DiscoverySource>.Name(update.Source),
            update.ObservedAt.ToUniversalTime(),
        ];
    }

    private static double? CallShare(DependencyEdge edge, Dictionary<ServiceId, double> calls) =>
        edge.CallCount is { } count && calls[edge.Source] > 0 ? count / calls[edge.Source] : null;

    private static string? Name<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } v ? Term<TEnum>.Name(v) : null;
}
