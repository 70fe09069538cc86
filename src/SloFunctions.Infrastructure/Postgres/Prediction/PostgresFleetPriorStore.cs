using System.Text;
using NpgsqlTypes;
using SloFunctions.Application.Prediction;

namespace SloFunctions.Infrastructure.Postgres.Prediction;

/// <summary>Keeps fitted priors in the database, and the latest one in memory while it is the latest.</summary>
public sealed class PostgresFleetPriorStore(PostgresDatabase database) : IFleetPriorStore
{
    private const string FindLatest = "SELECT max(fitted_at) FROM fleet_priors";
    private const string ReadContent = "SELECT content::text FROM fleet_priors WHERE fitted_at = $1";
    private const string Insert = "INSERT INTO fleet_priors (fitted_at, content) VALUES ($1, $2) ON CONFLICT (fitted_at) DO NOTHING";
    private const string ForgetOld = "DELETE FROM fleet_priors WHERE fitted_at < (SELECT min(fitted_at) FROM (SELECT fitted_at FROM fleet_priors ORDER BY fitted_at DESC LIMIT 10) latest)";

    private volatile StoredFleetPrior? known;

    /// <inheritdoc/>
    public Task<StoredFleetPrior?> ReadLatestAsync(CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            var latest = await connection.QueryAsync(FindLatest, [], row => row.Nullable<DateTimeOffset?>(0), cancellation);
            if (latest[0] is not { } fittedAt) return null;
            if (known is { } last && last.FittedAt == fittedAt) return last;
            var content = await connection.QueryAsync(ReadContent, [fittedAt], row => row.GetString(0), cancellation);
            if (content.Count == 0) return null;
            return known = new StoredFleetPrior(fittedAt, FleetPriorContent.Read(Encoding.UTF8.GetBytes(content[0])));
        },
        cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(StoredFleetPrior prior, CancellationToken cancellation) => database.TransactAsync(
        async connection =>
        {
            await using var command = connection.Command(Insert, prior.FittedAt, Encoding.UTF8.GetString(FleetPriorContent.Of(prior.Prior).ToBytes()));
            command.Parameters[1].NpgsqlDbType = NpgsqlDbType.Jsonb;
            await command.ExecuteNonQueryAsync(cancellation);
            return await connection.ExecuteAsync(ForgetOld, [], cancellation);
        },
        cancellation);
}
