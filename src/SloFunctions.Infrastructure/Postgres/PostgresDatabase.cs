using System.Runtime.CompilerServices;
using Npgsql;
using SloFunctions.Application.Failures;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Gives connections to the stores and tells a database that is down from a statement that is wrong.</summary>
/// <param name="source">The connection pool.</param>
/// <param name="breaker">Keeps requests from waiting for a database that is away; one of its own unless given.</param>
/// <param name="clock">The time; the system's unless given.</param>
public sealed class PostgresDatabase(NpgsqlDataSource source, PostgresBreaker? breaker = null, TimeProvider? clock = null)
{
    /// <summary>The name of this dependency in problems and health reports.</summary>
    public const string Name = "postgresql";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly PostgresConnections connections = new(source, breaker ?? new(clock ?? TimeProvider.System), clock ?? TimeProvider.System);
    private long commits;

    /// <summary>How many transactions of this process have, or may have, taken effect.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer.</exception>
    public Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation) => GuardAsync(
        async () =>
        {
            await using var connection = await connections.OpenAsync(cancellation);
            var result = await work(connection);
            connections.Answered();
            return result;
        },
        cancellation);

    /// <summary>Runs a query and maps its rows one by one as they arrive, so that they are never held together.</summary>
    /// <exception cref="DependencyUnavailableException">The database does not answer, or ceases to.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        string sql, object?[] parameters, Func<NpgsqlDataReader, T> map, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await GuardAsync(() => connections.OpenAsync(cancellation).AsTask(), cancellation);
        await using var command = connection.Command(sql, parameters);
        await using var reader = await GuardAsync(() => command.ExecuteReaderAsync(cancellation), cancellation);
        while (await GuardAsync(() => reader.ReadAsync(cancellation), cancellation)) yield return map(reader);
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

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (PostgresFailures.IsUnavailable(e))
        {
            // A command that is cancelled while its connection breaks is still the caller's cancellation.
            cancellation.ThrowIfCancellationRequested();
            throw new DependencyUnavailableException(Name, RetryAfter, e);
        }
    }
}
