using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Roles;

/// <summary>A login with the application's rights, for servers where logins are not provisioned otherwise.</summary>
public static class ApplicationLogin
{
    /// <summary>
    /// Creates the login as a member of <c>slo_app</c>, or sets the password of an existing one. The roles must exist
    /// (<see cref="Migrations.MigrationRunner.UpAsync"/> creates them).
    /// </summary>
    /// <param name="ownerConnectionString">A login that may create roles.</param>
    /// <exception cref="ArgumentException">The name or password is empty, or the password is not printable ASCII.</exception>
    /// <exception cref="PostgresException">A role of that name exists and is not such a login, or the rights do not suffice.</exception>
    public static async Task EnsureAsync(
        string ownerConnectionString, string name, string password, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var verifier = ScramVerifier.Of(password);

        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var command = new NpgsqlCommand(SqlFiles.Load("Roles/login.sql"), connection))
        {
            command.Parameters.Add(new() { Value = name });
            command.Parameters.Add(new() { Value = verifier });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await using (var command = new NpgsqlCommand(SqlFiles.Load("Roles/login_apply.sql"), connection))
            await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
