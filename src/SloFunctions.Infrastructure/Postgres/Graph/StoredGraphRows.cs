using Npgsql;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Reads the whole graph, source by source.</summary>
internal static class StoredGraphRows
{
    public static async Task<StoredGraph> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var place = new Dictionary<Guid, int>();
        var services = await connection.QueryAsync(SqlFiles.Load("Graph/read_graph_services.sql"), [], row => Service(row, place), cancellation);
        var views = await connection.QueryAsync(
            SqlFiles.Load("Graph/read_graph_views.sql"), [], row => DependencyRow.Map(row, service => place[service]), cancellation);
        return new StoredGraph(services, views);
    }

    private static GraphService Service(NpgsqlDataReader row, Dictionary<Guid, int> place)
    {
        place.Add(row.GetGuid(0), place.Count);
        return new GraphService(ServiceId.Of(row.GetString(1)), DependencyRow.Known<ServiceType>(row.GetString(2)), row.Nullable<double?>(3));
    }
}
