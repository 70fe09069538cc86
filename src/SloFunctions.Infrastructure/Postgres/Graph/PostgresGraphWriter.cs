using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Merges graph submissions into the tables, each in one transaction and one after the other.</summary>
public sealed class PostgresGraphWriter(PostgresDatabase database) : IGraphWriter
{
    /// <inheritdoc/>
    public Task UpsertAsync(GraphUpdate update, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await GraphLock.TakeAsync(connection, cancellation);
            await UpsertServicesAsync(connection, update, cancellation);
            if (update.Edges.Count > 0) await UpsertDependenciesAsync(connection, update, cancellation);
            return true;
        },
        cancellation);

    private static async Task UpsertServicesAsync(NpgsqlConnection connection, GraphUpdate update, CancellationToken cancellation)
    {
        string[] named =
        [
            .. update.Nodes.Select(n => n.Id.Value),
            .. update.Edges.Select(e => e.Source.Value),
            .. update.Edges.Select(e => e.Target.Value),
        ];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/insert_unknown_services.sql"), [named], cancellation);

        ServiceRegistration[] described = [.. update.Nodes.Where(n => n.MetadataJson is not null)];
        if (described.Length == 0) return;
        object[] columns =
        [
            described.Select(n => n.Id.Value).ToArray(),
            described.Select(n => n.MetadataJson!).ToArray(),
            described.Select(n => n.Criticality is { } c ? Term<ServiceCriticality>.Name(c) : null).ToArray(),
            described.Select(n => n.Team).ToArray(),
            described.Select(n => (short?)n.Tier).ToArray(),
            described.Select(n => n.Type is { } t ? Term<ServiceType>.Name(t) : null).ToArray(),
            described.Select(n => n.PublishedSla).ToArray(),
        ];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/update_described_services.sql"), columns, cancellation);
    }

    private static async Task UpsertDependenciesAsync(NpgsqlConnection connection, GraphUpdate update, CancellationToken cancellation)
    {
        string source = Term<DiscoverySource>.Name(update.Source);
        object[] structure =
        [
            update.Edges.Select(e => e.Source.Value).ToArray(),
            update.Edges.Select(e => e.Target.Value).ToArray(),
            update.Edges.Select(e => Term<CommunicationMode>.Name(e.Mode)).ToArray(),
            update.Edges.Select(e => Term<DependencyCriticality>.Name(e.Criticality)).ToArray(),
        ];
        object[] details =
        [
            update.Edges.Select(e => e.Protocol).ToArray(),
            update.Edges.Select(e => e.TimeoutMs).ToArray(),
            update.Edges.Select(e => e.RetryConfigJson).ToArray(),
        ];
        var observedAt = update.ObservedAt.ToUniversalTime();
        object[] expiry = [.. structure, source, NotTrustedMoreThan(update.Source), observedAt];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/expire_recommendations.sql"), expiry, cancellation);
        object[] edges = [.. structure, .. details, source, observedAt];
        await connection.ExecuteAsync(SqlFiles.Load("Graph/upsert_dependencies.sql"), edges, cancellation);
    }

    // The sources are declared by falling trust.
    private static string[] NotTrustedMoreThan(DiscoverySource source) =>
        [.. Enum.GetValues<DiscoverySource>().Where(other => other >= source).Select(Term<DiscoverySource>.Name)];
}
