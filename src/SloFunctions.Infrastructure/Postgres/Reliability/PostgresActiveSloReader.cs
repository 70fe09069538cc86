using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Reads the active SLOs from the database.</summary>
public sealed class PostgresActiveSloReader(PostgresDatabase database) : IActiveSloReader
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<ServiceId, double>> ReadAvailabilityTargetsAsync(CancellationToken cancellation)
    {
        // Divided as decimals: 99.9 / 100 is 0.999 there.
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Reliability/read_availability_targets.sql"),
                [],
                row => (Service: ServiceId.Of(row.GetString(0)), Target: (double)(row.GetDecimal(1) / 100m)),
                cancellation),
            cancellation);
        return rows.ToDictionary(r => r.Service, r => r.Target);
    }
}
