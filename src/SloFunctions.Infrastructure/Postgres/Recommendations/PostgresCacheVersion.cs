using SloFunctions.Application.Recommendations;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>The version in the one row that every instance reads.</summary>
public sealed class PostgresCacheVersion(PostgresDatabase database) : ICacheVersion
{
    /// <summary>
    /// Grows the version and gives it. Everybody who changes anything waits for the row until the transaction ends, so that this
    /// is its last statement.
    /// </summary>
    internal const string Grow = "UPDATE cache_version SET recommendations = recommendations + 1 RETURNING recommendations";

    private const string Read = "SELECT recommendations FROM cache_version";

    /// <inheritdoc/>
    public long OwnWrites => database.Commits;

    /// <inheritdoc/>
    public async Task<long> ReadAsync(CancellationToken cancellation) => (await database.UseAsync(
        connection => connection.QueryAsync(Read, [], row => row.GetInt64(0), cancellation), cancellation))[0];
}
