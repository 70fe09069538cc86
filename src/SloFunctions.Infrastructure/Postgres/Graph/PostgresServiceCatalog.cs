using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Lists services from the database.</summary>
public sealed class PostgresServiceCatalog(PostgresDatabase database) : IServiceCatalog
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceSummary>> ListAsync(ServiceId? after, int count, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Graph/list_services.sql"), [after?.Value, count], ServiceRow.Map, cancellation),
            cancellation);
}
