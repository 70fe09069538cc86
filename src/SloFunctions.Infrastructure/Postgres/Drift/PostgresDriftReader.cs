using System.Text.Json;
using Npgsql;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Drift.Documents;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>Reads what is kept of the drift of a service.</summary>
public sealed class PostgresDriftReader(PostgresDatabase database) : IDriftReader
{
    /// <inheritdoc/>
    public async Task<KnownDrift?> FindAsync(ServiceId service, CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Drift/find_service.sql"),
                [service.Value],
                row => (Criticality: row.GetString(0), EvaluatedAt: row.Nullable<DateTimeOffset?>(1), Line: Line(row)),
                cancellation),
            cancellation);
        if (rows.Count == 0) return null;
        bool isCritical = Term<ServiceCriticality>.Of(rows[0].Criticality) == ServiceCriticality.Critical;
        return new KnownDrift(isCritical, rows[0].EvaluatedAt, [.. rows.Select(r => r.Line)]);
    }

    private static KnownDrift.Line Line(NpgsqlDataReader row)
    {
        var state = row.Nullable<string>(3) is { } name ? Term<DriftState>.Of(name) : DriftState.NotEvaluated;
        var findings = row.Nullable<string>(5) is { } json ? JsonSerializer.Deserialize<DriftFindingsDocument>(json, PublishedJson.Options) : null;
        return new KnownDrift.Line(row.GetString(2), state, row.Nullable<DateTimeOffset?>(4), findings, Baseline(row));
    }

    private static DriftBaselineDocument? Baseline(NpgsqlDataReader row) => row.Nullable<int?>(6) is not { } points
        ? null
        : new DriftBaselineDocument(
            row.GetFieldValue<DateTimeOffset>(7), row.GetFieldValue<DateTimeOffset>(8), points, !row.IsDBNull(9), row.Nullable<DateTimeOffset?>(9));
}
