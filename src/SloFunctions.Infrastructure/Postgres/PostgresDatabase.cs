using Npgsql;
using SloFunctions.Application.Failures;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Gives connections to the stores and tells a database that is down from a statement that is wrong.</summary>
public sealed class PostgresDatabase(NpgsqlDataSource source)
{
    /// <summary>The name of this dependency in problems and health reports.</summary>
    public const string Name = "postgresql";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private long commits;

    /// <summary>How many transactions of this process have, or may have, taken effect.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await work(connection);
        }
        catch (Exception e) when (PostgresFailures.IsUnavailable(e))
        {
            // A command that is cancelled while its connection breaks is still the caller's cancellation.
            cancellation.ThrowIfCancellationRequested();
            throw new DependencyUnavailableException(Name, RetryAfter, e);
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction: all of it takes effect or nothing.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer; nothing took effect.</exception>
    public Task<T> TransactAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation) => UseAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var result = await work(connection);
            try
            {
                await transaction.CommitAsync(cancellation);
            }
            finally
            {
                Interlocked.Increment(ref commits);
            }

            return result;
        },
        cancellation);
}
