using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Infrastructure.Postgres.Roles;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>A database with the product's schema, for one test class, seen through the eyes of three roles.</summary>
public sealed class MigratedDatabase(PostgresFixture server) : IAsyncLifetime
{
    private const string Login = "slo_test_login";

    private NpgsqlDataSource? application;

    public string SuperuserConnectionString { get; private set; } = "";

    public string ApplicationConnectionString { get; private set; } = "";

    /// <summary>Connects as the application does: a login that is a member of slo_app and nothing else.</summary>
    public NpgsqlDataSource Application => application!;

    public async Task InitializeAsync()
    {
        SuperuserConnectionString = await server.CreateDatabaseAsync();
        await MigrationRunner.Create(new PostgresOptions { OwnerConnectionString = SuperuserConnectionString }).UpAsync();
        await ApplicationLogin.EnsureAsync(SuperuserConnectionString, Login, "a password");
        ApplicationConnectionString = new NpgsqlConnectionStringBuilder(SuperuserConnectionString) { Username = Login }.ConnectionString;
        application = PostgresDataSource.Create(new PostgresOptions { ConnectionString = ApplicationConnectionString });
    }

    public async Task DisposeAsync()
    {
        if (application is not null)
            await application.DisposeAsync();
    }

    /// <summary>As the application, with the rows that <see cref="ValidRows"/> refer to, in a transaction that is rolled back when the connection closes.</summary>
    internal async Task<NpgsqlConnection> SeededAsync()
    {
        var connection = await OpenAsync("slo_app");
        await connection.ExecuteAsync("BEGIN");
        await connection.ExecuteAsync(ValidRows.Seed);
        return connection;
    }

    /// <summary>A new connection as <c>superuser</c>, <c>slo_owner</c> or <c>slo_app</c>.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string role)
    {
        if (role == "slo_app")
            return await Application.OpenConnectionAsync();

        var connection = await Sql.OpenAsync(SuperuserConnectionString);
        if (role != "superuser")
            await connection.ExecuteAsync($"SET ROLE {role}");
        return connection;
    }
}
