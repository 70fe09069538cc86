using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.ErrorBudgets;

/// <summary>Looks services up in the database.</summary>
public sealed class PostgresRegisteredServices(PostgresDatabase database) : IRegisteredServices
{
    private const string Find = "SELECT service_id FROM services WHERE service_id = ANY ($1)";

    /// <inheritdoc/>
    public async Task<IReadOnlySet<ServiceId>> FindAsync(IReadOnlyCollection<ServiceId> services, CancellationToken cancellation) =>
        (await database.UseAsync(
            connection => connection.QueryAsync(Find, [services.Select(s => s.Value).ToArray()], row => ServiceId.Of(row.GetString(0)), cancellation),
            cancellation)).ToHashSet();
}
