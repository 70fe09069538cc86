using System.Net;
using System.Net.Sockets;
using Npgsql;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Testing.Servers;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>Needs a server of its own, which one test stops and starts again.</summary>
public sealed class PostgresDatabaseTests(StoppableServer stoppable) : IClassFixture<StoppableServer>
{
    private readonly PostgresServer server = stoppable.Server;
    private readonly NpgsqlDataSource source = stoppable.Source;

    private PostgresDatabase Database => new(source);

    [Fact]
    public async Task A_stopped_server_is_unavailable_and_back_by_itself_once_it_runs_again()
    {
        var health = new PostgresHealth(source);
        (await health.CheckAsync(CancellationToken.None)).Status.ShouldBe("up");
        await server.StopAsync();

        var failure = await Should.ThrowAsync<DependencyUnavailableException>(() => RunAsync("SELECT 1"));
        (failure.Dependency, failure.RetryAfter).ShouldBe(("postgresql", TimeSpan.FromSeconds(5)));
        var down = await health.CheckAsync(CancellationToken.None);
        (down.Name, down.Status, down.Required, down.Detail).ShouldBe(("postgresql", "down", true, "No connection."));

        await server.RestartAsync();
        (await RunAsync("SELECT 1")).ShouldBe(-1);
        (await health.CheckAsync(CancellationToken.None)).Status.ShouldBe("up");
    }

    [Fact]
    public async Task A_statement_that_is_wrong_is_no_outage()
    {
        (await Should.ThrowAsync<PostgresException>(() => RunAsync("SELECT nonsense"))).SqlState.ShouldBe(PostgresErrorCodes.UndefinedColumn);
    }

    [Fact]
    public async Task A_transaction_whose_work_fails_leaves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Database.TransactAsync<int>(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO t VALUES (1)");
                throw new InvalidOperationException("after the insert");
            },
            CancellationToken.None));
        await Should.ThrowAsync<PostgresException>(() => Database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO t VALUES (2)");
                await connection.ExecuteAsync("INSERT INTO t VALUES (2)");
                return 0;
            },
            CancellationToken.None));

        (await CountAsync("x IN (1, 2)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_transaction_that_succeeds_is_committed()
    {
        (await Database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO t VALUES (3)");
                return "done";
            },
            CancellationToken.None)).ShouldBe("done");

        (await CountAsync("x = 3")).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_the_server_ends_inside_a_transaction_is_an_outage_and_nothing_is_stored()
    {
        await Should.ThrowAsync<DependencyUnavailableException>(() => Database.TransactAsync(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO t VALUES (4)");
                await connection.ExecuteAsync("SELECT pg_terminate_backend(pg_backend_pid())");
                return 0;
            },
            CancellationToken.None));

        (await CountAsync("x = 4")).ShouldBe(0);
    }

    [Fact]
    public async Task The_callers_cancellation_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var entered = new TaskCompletionSource();
        var work = Database.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand("SELECT pg_sleep(60)", connection);
                var sleeping = command.ExecuteNonQueryAsync(cancellation.Token);
                entered.SetResult();
                return await sleeping;
            },
            cancellation.Token);
        await entered.Task;

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(work);
    }

    [Fact]
    public async Task A_cancellation_that_surfaces_as_a_broken_connection_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => Database.UseAsync<int>(
            async _ =>
            {
                await cancellation.CancelAsync();
                throw new NpgsqlException("broken", new SocketException((int)SocketError.ConnectionReset));
            },
            cancellation.Token));
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_down()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var lost = PostgresDataSource.Create(new PostgresOptions
        {
            ConnectionString = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=postgres;Database=postgres",
        });

        var health = await new PostgresHealth(lost).CheckAsync(CancellationToken.None);

        (health.Status, health.Detail).ShouldBe(("down", "No answer within 2 s."));
    }

    [Fact]
    public async Task A_health_check_that_its_caller_ends_is_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new PostgresHealth(source).CheckAsync(cancelled.Token));
    }

    private Task<int> RunAsync(string sql) => Database.UseAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        },
        CancellationToken.None);

    private Task<long> CountAsync(string condition) => Database.UseAsync(
        connection => connection.ScalarAsync<long>($"SELECT count(*) FROM t WHERE {condition}"), CancellationToken.None);
}
