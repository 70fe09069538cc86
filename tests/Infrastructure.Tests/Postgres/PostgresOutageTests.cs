using System.Net;
using System.Net.Sockets;
using Npgsql;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres;

/// <summary>Needs a server of its own, which is restarted.</summary>
public sealed class PostgresOutageTests(StoppableServer stoppable) : IClassFixture<StoppableServer>
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_a_restart_no_request_finds_a_connection_of_the_server_that_was()
    {
        const int Connections = 8;
        var database = new PostgresDatabase(stoppable.Source, clock: clock);
        await HoldAsync(database, Connections);
        await stoppable.Server.RestartAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        await HoldAsync(database, Connections);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_waited_for_by_a_few_requests_and_not_by_all()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var lost = Source($"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=postgres;Database=postgres");
        var breaker = new PostgresBreaker(clock);
        var database = new PostgresDatabase(lost, breaker, clock);

        for (int i = 0; i < PostgresBreaker.Threshold; i++)
            (await Should.ThrowAsync<DependencyUnavailableException>(() => AskAsync(database))).InnerException.ShouldNotBeNull();

        breaker.State.ShouldBe("open");
        (await Should.ThrowAsync<DependencyUnavailableException>(() => AskAsync(database))).InnerException.ShouldBeNull("Nothing was tried.");
        clock.Advance(PostgresBreaker.Pause);
        (await Should.ThrowAsync<DependencyUnavailableException>(() => AskAsync(database))).InnerException.ShouldNotBeNull();
    }

    [Fact]
    public async Task Neither_wrong_statements_nor_slow_ones_nor_cancelled_ones_count_as_an_outage()
    {
        await using var source = Source(stoppable.Server.ConnectionString);
        var breaker = new PostgresBreaker(clock);
        var database = new PostgresDatabase(source, breaker, clock);
        for (int i = 0; i < PostgresBreaker.Threshold; i++)
        {
            await Should.ThrowAsync<PostgresException>(() => AskAsync(database, "SELECT nonsense"));
            await Should.ThrowAsync<DependencyUnavailableException>(() => AskAsync(database, "SELECT pg_sleep(60)"));
            await Should.ThrowAsync<OperationCanceledException>(() => GiveUpAsync(database));
        }

        breaker.State.ShouldBe("closed");
    }

    [Fact]
    public async Task A_pool_that_is_used_up_does_not_count_as_an_outage()
    {
        await using var source = Source(stoppable.Server.ConnectionString);
        var breaker = new PostgresBreaker(clock);
        var database = new PostgresDatabase(source, breaker, clock);
        var release = new TaskCompletionSource();
        var holders = Enumerable.Range(0, 2).Select(_ => database.UseAsync(_ => release.Task.ContinueWith(_ => 0, TaskScheduler.Default), CancellationToken.None)).ToArray();

        for (int i = 0; i < PostgresBreaker.Threshold; i++) await Should.ThrowAsync<DependencyUnavailableException>(() => AskAsync(database));

        breaker.State.ShouldBe("closed");
        release.SetResult();
        await Task.WhenAll(holders);
    }

    // All at once, so that each has a connection of its own.
    private static async Task HoldAsync(PostgresDatabase database, int connections)
    {
        int waiting = connections;
        var all = new TaskCompletionSource();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => database.UseAsync(
            async connection =>
            {
                if (Interlocked.Decrement(ref waiting) == 0) all.SetResult();
                await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
                return await connection.ScalarAsync<int>("SELECT 1");
            },
            CancellationToken.None)));
    }

    private static async Task GiveUpAsync(PostgresDatabase database)
    {
        using var given = new CancellationTokenSource();
        await database.UseAsync(
            async connection =>
            {
                var sleeping = new NpgsqlCommand("SELECT pg_sleep(60)", connection).ExecuteNonQueryAsync(given.Token);
                await given.CancelAsync();
                return await sleeping;
            },
            given.Token);
    }

    private static Task<int> AskAsync(PostgresDatabase database, string sql = "SELECT 1") => database.UseAsync(
        async connection =>
        {
            await connection.ExecuteAsync(sql);
            return 0;
        },
        CancellationToken.None);

    private static NpgsqlDataSource Source(string connectionString) => PostgresDataSource.Create(new PostgresOptions
    {
        ConnectionString = connectionString,
        MaxPoolSize = 2,
        CommandTimeout = TimeSpan.FromSeconds(1),
        ConnectTimeout = TimeSpan.FromSeconds(1),
    });
}
