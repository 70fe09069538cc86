using SloFunctions.Application.Reliability;

namespace SloFunctions.Infrastructure.Postgres.Reliability;

/// <summary>Reads the versions of what the landscape rests on in one statement.</summary>
public sealed class PostgresLandscapeVersionReader(PostgresDatabase database) : ILandscapeVersionReader
{
    /// <inheritdoc/>
    public async Task<LandscapeVersion> ReadAsync(CancellationToken cancellation)
    {
        var rows = await database.UseAsync(
            connection => connection.QueryAsync(
                SqlFiles.Load("Reliability/read_landscape_version.sql"),
                [],
                row => new LandscapeVersion(
                    row.Nullable<Guid?>(0), row.Nullable<DateTimeOffset?>(1), row.GetInt32(2), row.Nullable<DateTimeOffset?>(3), row.GetString(4)),
                cancellation),
            cancellation);
        return rows[0];
    }
}
