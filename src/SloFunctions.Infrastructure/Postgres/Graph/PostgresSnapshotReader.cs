using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Reads earlier effective graphs from the database.</summary>
public sealed class PostgresSnapshotReader(PostgresDatabase database) : ISnapshotReader
{
    private const string ReadContent = "SELECT content FROM graph_snapshots WHERE id = $1";

    /// <inheritdoc/>
    public async Task<ServiceGraph?> FindAsync(Guid snapshotId, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(ReadContent, [snapshotId], row => row.GetFieldValue<byte[]>(0), cancellation), cancellation);
        return found.Count == 0 ? null : GraphContent.Read(found[0]);
    }
}
