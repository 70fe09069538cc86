using Npgsql;
using SloFunctions.Application.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Keeps the graph that was read last. Snapshots never change, so that only their id has to be asked for.</summary>
public sealed class SnapshotCache
{
    private const string ReadContent = "SELECT content FROM graph_snapshots WHERE id = $1";

    private volatile CurrentGraph last = CurrentGraph.None;

    /// <summary>Which graph is present; null before the first submission.</summary>
    internal static async Task<GraphVersion?> FindCurrentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.QueryAsync(
            SqlFiles.Load("Graph/find_current_graph.sql"), [], row => new GraphVersion(row.GetGuid(0), row.GetFieldValue<byte[]>(1)), cancellation);
        return rows.FirstOrDefault();
    }

    /// <summary>The present graph.</summary>
    internal async Task<CurrentGraph> ReadCurrentAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await FindCurrentAsync(connection, cancellation) is not { } version) return CurrentGraph.None;
        var known = last;
        if (known.SnapshotId == version.SnapshotId) return known;

        var content = await connection.QueryAsync(ReadContent, [version.SnapshotId], row => row.GetFieldValue<byte[]>(0), cancellation);
        return last = new CurrentGraph(version.SnapshotId, GraphContent.Read(content[0]));
    }
}
