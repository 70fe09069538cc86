using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Graph;

/// <summary>Reads what services cannot do without from the database.</summary>
public sealed class PostgresHardDependencyReader(PostgresDatabase database) : IHardDependencyReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<(ServiceId Caller, ServiceId Callee)>> ReadClosureAsync(ServiceId service, CancellationToken cancellation) =>
        await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Graph/hard_dependency_closure.sql"),
                [service.Value],
                row => (ServiceId.Of(row.GetString(0)), ServiceId.Of(row.GetString(1))),
                cancellation),
            cancellation);
}
