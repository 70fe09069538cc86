using Npgsql;
using SloFunctions.Application.Health;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Asks the database for a sign of life.</summary>
/// <param name="source">The connection pool.</param>
/// <param name="breaker">What requests go through, to be told of; the probe itself does not.</param>
public sealed class PostgresHealth(NpgsqlDataSource source, PostgresBreaker? breaker = null) : IDependencyProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task<DependencyHealth> CheckAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            // The handshake of a new connection does not look at the token, so that the wait has to.
            await AskAgainAsync(limit.Token).WaitAsync(limit.Token);
            // Whoever is told that we are ready is not to be turned away.
            breaker?.Succeeded();
            return new DependencyHealth(PostgresDatabase.Name, "up", Required: true, null) { Breaker = breaker?.State };
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && (PostgresFailures.IsUnavailable(e) || e is OperationCanceledException or NpgsqlException))
        {
            string detail = e is OperationCanceledException ? $"No answer within {Limit.TotalSeconds} s." : "No connection.";
            return new DependencyHealth(PostgresDatabase.Name, "down", Required: true, detail) { Breaker = breaker?.State };
        }
    }

    // The first answer may come from a connection of a server that has been restarted since.
    private async Task AskAgainAsync(CancellationToken cancellation)
    {
        try
        {
            await AskAsync(cancellation);
        }
        catch (Exception e) when (PostgresFailures.IsUnavailable(e) && !cancellation.IsCancellationRequested)
        {
            await AskAsync(cancellation);
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand("SELECT 1", connection);
        await command.ExecuteScalarAsync(cancellation);
    }
}
