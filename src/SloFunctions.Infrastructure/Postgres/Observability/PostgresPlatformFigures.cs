using SloFunctions.Application.Observability;

namespace SloFunctions.Infrastructure.Postgres.Observability;

/// <summary>Reads the figures of the platform in one query.</summary>
public sealed class PostgresPlatformFigures(PostgresDatabase database, TimeProvider clock) : IPlatformFigures
{
    /// <inheritdoc/>
    public async Task<PlatformFigures> ReadAsync(int mostObjectives, CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Observability/read_platform_figures.sql"),
                [mostObjectives, clock.GetUtcNow()],
                row => (Name: row.GetString(0), Service: row.Nullable<string>(1), SliType: row.Nullable<string>(2), Value: row.GetDouble(3)),
                cancellation),
            cancellation);
        var figures = rows.Where(r => r.Service is null).ToDictionary(r => r.Name, r => r.Value, StringComparer.Ordinal);
        return new PlatformFigures(
            (int)figures["services_in_scope"],
            (int)figures["services_discovered"],
            (int)figures["dependencies"],
            (int)figures["open_cycles"],
            (int)figures["recommended"],
            (int)figures["outdated"],
            figures.TryGetValue("through", out double seconds) ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null,
            [.. rows.Where(r => r.Service is not null).Select(r => new ObjectiveFigure(r.Service!, r.SliType!, r.Value))])
        {
            DeadLetters = (int)figures["dead_letters"],
            WaitingSubmissions = (int)figures["waiting_submissions"],
            Database = new DatabaseFigures((long)figures["database_bytes"], (int)figures["connections"], (int)figures["connections_limit"]),
        };
    }
}
