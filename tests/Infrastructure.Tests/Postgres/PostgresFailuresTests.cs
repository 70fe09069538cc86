using System.Net.Sockets;
using Npgsql;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>Needs a cluster of its own: it is stopped, and its roles must not exist yet.</summary>
public sealed class PostgresFailuresTests : IAsyncLifetime
{
    private PostgresServer? server;

    private PostgresServer Server => server!;

    public async Task InitializeAsync() => server = await PostgresServer.StartAsync();

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task A_stopped_server_is_unavailable_for_new_and_for_open_connections_and_then_back()
    {
        await using var source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = Server.ConnectionString });
        await using var connection = await source.OpenConnectionAsync();
        await Server.StopAsync();

        PostgresFailures.IsUnavailable(await Should.ThrowAsync<NpgsqlException>(() => connection.ExecuteAsync("SELECT 1"))).ShouldBeTrue();
        PostgresFailures.IsUnavailable(await Should.ThrowAsync<NpgsqlException>(async () => await source.OpenConnectionAsync())).ShouldBeTrue();

        await Server.RestartAsync();
        await using var again = await source.OpenConnectionAsync();
        (await again.ScalarAsync<int>("SELECT 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_ended_by_the_server_is_unavailable()
    {
        await using var connection = await Sql.OpenAsync(Server.ConnectionString);

        var failure = await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())"));

        failure.SqlState.ShouldBe(PostgresErrorCodes.AdminShutdown);
        PostgresFailures.IsUnavailable(failure).ShouldBeTrue();
    }

    [Fact]
    public async Task A_command_over_its_time_and_an_exhausted_pool_are_unavailable()
    {
        await using var source = PostgresDataSource.Create(new PostgresOptions
        {
            ConnectionString = Server.ConnectionString,
            MaxPoolSize = 2,
            CommandTimeout = TimeSpan.FromSeconds(1),
            ConnectTimeout = TimeSpan.FromSeconds(1),
        });
        await using var connection = await source.OpenConnectionAsync();
        await using var second = await source.OpenConnectionAsync();

        var exhausted = await Should.ThrowAsync<NpgsqlException>(async () => await source.OpenConnectionAsync());
        var overdue = await Should.ThrowAsync<NpgsqlException>(() => connection.ExecuteAsync("SELECT pg_sleep(600)"));

        PostgresFailures.IsUnavailable(exhausted).ShouldBeTrue();
        PostgresFailures.IsUnavailable(overdue).ShouldBeTrue();
    }

    [Fact]
    public async Task Too_many_connections_are_unavailable()
    {
        await using (var connection = await Sql.OpenAsync(Server.ConnectionString))
            await connection.ExecuteAsync("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0");

        var failure = await Should.ThrowAsync<PostgresException>(
            () => Sql.OpenAsync(Server.ConnectionString + ";Username=crowded"));

        failure.SqlState.ShouldBe(PostgresErrorCodes.TooManyConnections);
        PostgresFailures.IsUnavailable(failure).ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_statement_a_conflict_and_a_cancellation_are_not()
    {
        await using var connection = await Sql.OpenAsync(Server.ConnectionString);
        PostgresFailures.IsUnavailable(await connection.ShouldRefuseAsync("SELECT nonsense")).ShouldBeFalse();
        PostgresFailures.IsUnavailable(await connection.ShouldRefuseAsync("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$")).ShouldBeFalse();
        PostgresFailures.IsUnavailable(await connection.ShouldRefuseAsync("DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$")).ShouldBeFalse();
        PostgresFailures.IsUnavailable(new InvalidOperationException()).ShouldBeFalse();

        using var cancellation = new CancellationTokenSource();
        await using var command = new NpgsqlCommand("SELECT pg_sleep(600)", connection);
        var running = command.ExecuteNonQueryAsync(cancellation.Token);
        await cancellation.CancelAsync();
        PostgresFailures.IsUnavailable(await Should.ThrowAsync<OperationCanceledException>(() => running)).ShouldBeFalse();
    }

    [Fact]
    public void Network_failures_without_a_wrapper_are_unavailable()
    {
        PostgresFailures.IsUnavailable(new SocketException((int)SocketError.HostNotFound)).ShouldBeTrue();
        PostgresFailures.IsUnavailable(new TimeoutException()).ShouldBeTrue();
        PostgresFailures.IsUnavailable(new AggregateException(new SocketException())).ShouldBeTrue();
    }

    [Fact]
    public async Task Databases_of_a_new_cluster_may_be_migrated_all_at_once()
    {
        var databases = new List<string>();
        for (var i = 0; i < 4; i++)
            databases.Add(await Server.CreateDatabaseAsync());

        var applied = await Task.WhenAll(databases.Select(
            database => MigrationRunner.Create(new PostgresOptions { OwnerConnectionString = database }).UpAsync()));

        applied.ShouldAllBe(each => each.Count == EmbeddedMigrations.All.Count);
    }

    [Fact]
    public async Task A_database_owner_who_may_create_roles_needs_no_superuser()
    {
        var database = await Server.CreateDatabaseAsync();
        await using (var connection = await Sql.OpenAsync(database))
        {
            await connection.ExecuteAsync("CREATE ROLE administrator LOGIN CREATEROLE");
            await connection.ExecuteAsync($"ALTER DATABASE {connection.Database} OWNER TO administrator");
        }

        var runner = MigrationRunner.Create(new PostgresOptions { OwnerConnectionString = database + ";Username=administrator" });

        (await runner.UpAsync()).Count.ShouldBe(EmbeddedMigrations.All.Count);
        (await runner.DownAsync(0)).Count.ShouldBe(EmbeddedMigrations.All.Count);
    }
}
