using SloFunctions.Application.Observability;
using SloFunctions.Domain.Graph;

namespace SloFunctions.Infrastructure.Postgres.Observability;

/// <summary>Reads percentiles of durations from the stored indicators.</summary>
public sealed class PostgresMeasuredLatencies(PostgresDatabase database) : IMeasuredLatencies
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MeasuredLatency>> ReadAsync(CancellationToken cancellation) => await database.UseAsync(
        connection => connection.QueryAsync(
            SqlFiles.Load("Observability/read_measured_latencies.sql"),
            [],
            // Divided as decimals, as targets are.
            row => new MeasuredLatency(ServiceId.Of(row.GetString(0)), (double)(row.GetInt32(1) / 100m), row.GetDouble(2) / 1000),
            cancellation),
        cancellation);
}
