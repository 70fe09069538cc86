using Npgsql;

namespace SloFunctions.Infrastructure.Postgres.Roles;

/// <summary>The application's rights for an identity of Microsoft Entra ID, on Azure Database for PostgreSQL.</summary>
public static class EntraLogin
{
    // Azure's functions for such roles are in this database alone; the roles themselves are the server's.
    private const string Maintenance = "postgres";

    /// <summary>
    /// Creates the login of a managed identity unless it is there, and makes it a member of <c>slo_app</c>, which must exist
    /// (<see cref="Migrations.MigrationRunner.UpAsync"/> creates it).
    /// </summary>
    /// <param name="ownerConnectionString">A Microsoft Entra administrator of the server, who created <c>slo_app</c>.</param>
    /// <param name="name">The identity's name, which becomes the login's.</param>
    /// <param name="objectId">The identity's object (principal) id, by which the server knows its tokens.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <exception cref="PostgresException">The server is not one that knows Entra, or the rights do not suffice.</exception>
    public static async Task EnsureAsync(string ownerConnectionString, string name, Guid objectId, CancellationToken cancellation = default)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false };
        await RunAsync(
            new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Database = Maintenance }, "Roles/entra_login.sql", [name, objectId.ToString("D")], cancellation);
        await RunAsync(owner, "Roles/entra_login_apply.sql", [name], cancellation);
    }

    private static async Task RunAsync(NpgsqlConnectionStringBuilder server, string file, string[] values, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(SqlFiles.Load(file), connection);
        foreach (string value in values) command.Parameters.Add(new() { Value = value });
        if (await command.ExecuteScalarAsync(cancellation) is not string statement) return;
        await using var grant = new NpgsqlCommand(statement, connection);
        await grant.ExecuteNonQueryAsync(cancellation);
    }
}
