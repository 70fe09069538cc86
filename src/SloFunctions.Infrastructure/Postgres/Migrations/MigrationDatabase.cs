using System.Globalization;
using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Migrations;

/// <summary>The statements of the runner itself: roles, lock, and the record of what was applied.</summary>
internal sealed class MigrationDatabase
{
    // Any constant serves, as long as every version of the product uses the same.
    private const long LockKey = 0x534C4F_4D494752;

    private readonly string connectionString;
    private readonly TimeSpan lockWait;

    internal MigrationDatabase(string connectionString, TimeSpan lockWait, TimeSpan timeout)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentOutOfRangeException.ThrowIfLessThan(lockWait, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.FromSeconds(1));
        this.lockWait = lockWait;
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "slo-migrations",
            Timezone = "UTC",
            Pooling = false, // an owner's connection does not linger
            CommandTimeout = (int)Math.Ceiling((lockWait + timeout).TotalSeconds),
        }.ConnectionString;
    }

    internal async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates the roles and the record of migrations where they are missing.</summary>
    internal async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await BeginAsync(connection, cancellation, asOwner: false);
        try
        {
            await ExecuteAsync(connection, SqlFiles.Load("Roles/bootstrap.sql"), cancellation);
            await ExecuteAsync(connection, "SET LOCAL ROLE slo_owner", cancellation);
            await ExecuteAsync(connection, SqlFiles.Load("Migrations/history.sql"), cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException failure)
        {
            throw new MigrationException($"The database could not be prepared for migrations: {failure.MessageText}", failure);
        }
    }

    /// <summary>Begins a transaction that holds the migration lock until its end.</summary>
    internal async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection, CancellationToken cancellation, bool asOwner = true)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            // Local to the transaction, so that nothing depends on the session and a pooler between may reuse it.
            var wait = Math.Min((long)lockWait.TotalMilliseconds, int.MaxValue).ToString(CultureInfo.InvariantCulture);
            await ExecuteAsync(connection, $"SET LOCAL lock_timeout = {wait}", cancellation);
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({LockKey.ToString(CultureInfo.InvariantCulture)})", cancellation);
            if (asOwner)
                await ExecuteAsync(connection, "SET LOCAL ROLE slo_owner", cancellation);
            return transaction;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await transaction.DisposeAsync();
            throw new MigrationException($"Another migration is running on this database; gave up after {lockWait}.", failure);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    internal async Task<IReadOnlyList<AppliedMigration>> ReadAppliedAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("SELECT to_regclass('slo_migrations.applied') IS NOT NULL", connection);
        return await exists.ExecuteScalarAsync(cancellation) is true ? await ReadAppliedAsync(connection, cancellation) : [];
    }

    internal static async Task<IReadOnlyList<AppliedMigration>> ReadAppliedAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT version, name, checksum, applied_at FROM slo_migrations.applied ORDER BY version", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(new AppliedMigration(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return applied;
    }

    internal static async Task RecordAsync(
        NpgsqlConnection connection, Migration migration, bool isApplied, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            isApplied
                ? "INSERT INTO slo_migrations.applied (version, name, checksum) VALUES ($1, $2, $3)"
                : "DELETE FROM slo_migrations.applied WHERE version = $1 AND name = $2 AND checksum = $3",
            connection)
        {
            Parameters =
            {
                new() { Value = migration.Version },
                new() { Value = migration.Name },
                new() { Value = migration.Checksum },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
