using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Reads the whole graph, source by source.</summary>
internal static class StoredGraphRows
{
    public static async Task<StoredGraph> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var place = new Dictionary<Guid, int>();
        var services = await connection.QueryAsync(SqlFiles.Load("Graph/read_graph_services.sql"), [], row => Service(row, place), cancellation);
        var views = await connection.QueryAsync(SqlFiles.Load("Graph/read_graph_views.sql"), [], row => View(row, place), cancellation);
        return new StoredGraph(services, views);
    }

    private static GraphService Service(NpgsqlDataReader row, Dictionary<Guid, int> place)
    {
        place.Add(row.GetGuid(0), place.Count);
        return new GraphService(ServiceId.Of(row.GetString(1)), Known<ServiceType>(row.GetString(2)), row.Nullable<double?>(3));
    }

    private static SourcedDependency View(NpgsqlDataReader row, Dictionary<Guid, int> place) => new(
        place[row.GetGuid(0)],
        place[row.GetGuid(1)],
        Known<DiscoverySource>(row.GetString(2)),
        row.Nullable<string>(3) is { } mode ? Known<CommunicationMode>(mode) : null,
        row.Nullable<string>(4) is { } criticality ? Known<DependencyCriticality>(criticality) : null,
        row.Nullable<string>(5),
        row.Nullable<int?>(6),
        row.Nullable<string>(7),
        row.Nullable<string>(8),
        row.GetFieldValue<DateTimeOffset>(9));

    private static TEnum Known<TEnum>(string name)
        where TEnum : struct, Enum =>
        Term<TEnum>.TryParse(name, out var value) ? value : throw new InvalidDataException($"The database holds '{name}', which is none of {Term<TEnum>.Choices}.");
}
