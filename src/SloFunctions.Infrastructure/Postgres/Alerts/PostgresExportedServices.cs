using Npgsql;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Infrastructure.Postgres.Lifecycle;

namespace SloFunctions.Infrastructure.Postgres.Alerts;

/// <summary>Reads all SLOs in force in one query.</summary>
public sealed class PostgresExportedServices(PostgresDatabase database, TimeProvider clock) : IExportedServices
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ExportedService>> ReadAsync(ServiceId? service, string? team, CancellationToken cancellation)
    {
        object?[] parameters = [service?.Value, team, clock.GetUtcNow() - ErrorBudget.SloWindow];
        var found = await database.UseAsync(
            connection => connection.QueryAsync(SqlFiles.Load("Alerts/read_exported_services.sql"), parameters, Service, cancellation), cancellation);
        // The order of the database depends on its locale.
        found.Sort((a, b) => string.CompareOrdinal(a.Service.Value, b.Service.Value));
        return found;
    }

    private static ExportedService Service(NpgsqlDataReader row) => new(
        ServiceId.Of(row.GetString(0)),
        row.Nullable<string>(1),
        Term<ServiceCriticality>.Of(row.GetString(2)),
        SloRow.Read(row, 3),
        row.Nullable<double[]>(16) ?? []);
}
