using Npgsql;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>Opens connections that work: not while the database is known to be away, and none that it has closed meanwhile.</summary>
internal sealed class PostgresConnections(NpgsqlDataSource source, PostgresBreaker breaker, TimeProvider clock)
{
    // For so long after an answer the pool is believed. A server does not come back from a restart sooner.
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(500);

    private long answeredAt = clock.GetTimestamp();

    /// <summary>Opens a connection.</summary>
    /// <exception cref="Exception">As Npgsql throws it.</exception>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        breaker.Enter();
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation);
            if (clock.GetElapsedTime(Volatile.Read(ref answeredAt)) < Trust)
            {
                breaker.Succeeded();
                return connection;
            }

            connection = await ProvenAsync(connection, cancellation);
            Answered();
            return connection;
        }
        catch (Exception e)
        {
            if (IsNoConnection(e) && !cancellation.IsCancellationRequested) breaker.Failed();
            else breaker.GaveUp();
            throw;
        }
    }

    /// <summary>The database has answered.</summary>
    public void Answered()
    {
        Volatile.Write(ref answeredAt, clock.GetTimestamp());
        breaker.Succeeded();
    }

    // After a restart the pool still holds connections to the server that was; Npgsql empties it when one is found to be
    // broken. They are found here, where nothing has been asked yet and so nothing can be done twice.
    private async Task<NpgsqlConnection> ProvenAsync(NpgsqlConnection pooled, CancellationToken cancellation)
    {
        try
        {
            await using var question = new NpgsqlCommand("SELECT 1", pooled);
            await question.ExecuteScalarAsync(cancellation);
            return pooled;
        }
        catch (Exception e) when (PostgresFailures.IsUnavailable(e) && !cancellation.IsCancellationRequested)
        {
            await pooled.DisposeAsync();
            return await source.OpenConnectionAsync(cancellation);
        }
        catch
        {
            await pooled.DisposeAsync();
            throw;
        }
    }

    // A full pool tells of our own load. All connections of it being in use, the database is there.
    private static bool IsNoConnection(Exception failure) =>
        PostgresFailures.IsUnavailable(failure) && !failure.Message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);
}
