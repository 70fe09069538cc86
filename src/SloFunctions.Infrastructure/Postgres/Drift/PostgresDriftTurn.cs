using SloFunctions.Application.Drift;

namespace SloFunctions.Infrastructure.Postgres.Drift;

/// <summary>An advisory lock that an open transaction holds: whatever ends the process or its connection gives it back.</summary>
public sealed class PostgresDriftTurn(PostgresDatabase database) : IDriftTurn
{
    private const string Take = "SELECT pg_try_advisory_xact_lock(hashtextextended('slo.drift', 0))";

    /// <inheritdoc/>
    public Task<bool> TryRunAsync(Func<Task> work, CancellationToken cancellation) => database.UseAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            bool isOurs = (await connection.QueryAsync(Take, [], row => row.GetBoolean(0), cancellation))[0];
            if (isOurs) await work();
            return isOurs;
        },
        cancellation);
}
