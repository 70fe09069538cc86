using SloFunctions.Application.Reliability;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Keeps fleet evidence in the database.</summary>
public sealed class PostgresFleetEvidenceStore(PostgresDatabase database) : IFleetEvidenceStore
{
    private const string Insert = "INSERT INTO fleet_evidence (id, content_hash, content) VALUES ($1, $2, $3) ON CONFLICT (content_hash) DO NOTHING";
    private const string FindByHash = "SELECT id FROM fleet_evidence WHERE content_hash = $1";
    private const string FindById = "SELECT content FROM fleet_evidence WHERE id = $1";

    /// <inheritdoc/>
    public Task<Guid> SaveAsync(Guid id, FleetEvidenceContent content, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            await connection.ExecuteAsync(Insert, [id, content.Hash, content.Bytes], cancellation);
            var kept = await connection.QueryAsync(FindByHash, [content.Hash], row => row.GetGuid(0), cancellation);
            return kept[0];
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(FindById, [id], row => row.GetFieldValue<byte[]>(0), cancellation), cancellation);
        return found.FirstOrDefault();
    }
}
