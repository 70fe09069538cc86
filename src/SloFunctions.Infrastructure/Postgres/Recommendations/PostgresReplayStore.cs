using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>Reads stored recommendations with their evidence.</summary>
public sealed class PostgresReplayStore(PostgresDatabase database) : IReplayStore
{
    private const string Find = """
        SELECT r.document, r.evidence
        FROM recommendation_sets r JOIN services s ON s.id = r.service_id
        WHERE r.id = $1 AND s.service_id = $2
        """;

    /// <inheritdoc/>
    public async Task<ReplayableRecommendation?> FindAsync(ServiceId service, Guid recommendationId, CancellationToken cancellation)
    {
        var found = await database.UseAsync(
            connection => connection.QueryAsync(
                Find,
                [recommendationId, service.Value],
                row => new ReplayableRecommendation(row.GetFieldValue<byte[]>(0), row.Nullable<byte[]>(1)),
                cancellation),
            cancellation);
        return found.FirstOrDefault();
    }
}
