using SloFunctions.Application.Recommendations;

namespace SloFunctions.Infrastructure.Postgres.Recommendations;

/// <summary>The version in the one row that every instance reads.</summary>
public sealed class PostgresCacheVersion(PostgresDatabase database) : ICacheVersion
{
    private const string Read = "SELECT recommendations FROM cache_version";

    /// <inheritdoc/>
    public long OwnWrites => database.Commits;

    /// <inheritdoc/>
    public async Task<long> ReadAsync(CancellationToken cancellation) => (await database.UseAsync(
        connection => connection.QueryAsync(Read, [], row => row.GetInt64(0), cancellation), cancellation))[0];
}
