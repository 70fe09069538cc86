using Npgsql;
using SloFunctions.Application.Health;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Asks the database for a sign of life.</summary>
public sealed class PostgresHealth(NpgsqlDataSource source) : IDependencyProbe
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
            await AskAsync(limit.Token).WaitAsync(limit.Token);
            return new DependencyHealth(PostgresDatabase.Name, "up", Required: true, null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && (PostgresFailures.IsUnavailable(e) || e is OperationCanceledException or NpgsqlException))
        {
            string detail = e is OperationCanceledException ? $"No answer within {Limit.TotalSeconds} s." : "No connection.";
            return new DependencyHealth(PostgresDatabase.Name, "down", Required: true, detail);
        }
    }

    private async Task AskAsync(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellation);
    }
}
