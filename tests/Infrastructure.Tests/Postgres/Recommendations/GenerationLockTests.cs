using System.Collections.Concurrent;
using Npgsql;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Recommendations;

namespace SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

[Collection(PostgresTests.Name)]
public sealed class GenerationLockTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const string Waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    private const string EndHolder = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private readonly ConcurrentStack<IAsyncDisposable> opened = new();
    private readonly TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var source in opened) await source.DisposeAsync();
    }

    [Fact]
    public async Task Of_several_instances_one_at_a_time_has_its_turn()
    {
        var instances = Enumerable.Range(0, 3).Select(_ => Open()).ToArray();
        int inside = 0, most = 0;

        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => instances[i % 3].RunAsync(
            Instance.Key("crowded"),
            async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                return true;
            },
            CancellationToken.None)));

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Another_key_does_not_wait()
    {
        var (here, there) = (Open(), Open());
        var held = HoldAsync(here, "one");
        await taken.Task;

        (await there.RunAsync(Instance.Key("two"), () => Task.FromResult("done"), CancellationToken.None)).ShouldBe("done");

        release.SetResult();
        await held;
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_nothing_behind()
    {
        var (here, there) = (Open(), Open());
        var held = HoldAsync(here, "left");
        await taken.Task;
        using var impatience = new CancellationTokenSource();
        var waiting = there.RunAsync(Instance.Key("left"), () => Task.FromResult(true), impatience.Token);
        await WhenSomeoneWaitsAsync();

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        release.SetResult();
        await held;

        (await Open().RunAsync(Instance.Key("left"), () => Task.FromResult("done"), CancellationToken.None)).ShouldBe("done");
    }

    [Fact]
    public async Task An_instance_that_dies_gives_its_turn_back()
    {
        var (here, there) = (Open(), Open());
        var held = HoldAsync(here, "crashed");
        await taken.Task;
        var waiting = there.RunAsync(Instance.Key("crashed"), () => Task.FromResult("done"), CancellationToken.None);
        await WhenSomeoneWaitsAsync();

        await using (var connection = await database.OpenAsync("superuser")) await connection.ExecuteAsync(EndHolder);

        (await waiting).ShouldBe("done");
        release.SetResult();
        await held.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task A_failure_of_the_work_is_told_as_it_is_and_ends_the_turn()
    {
        var turns = Open();

        await Should.ThrowAsync<FormatException>(() => turns.RunAsync<bool>(Instance.Key("failed"), () => throw new FormatException(), CancellationToken.None));

        (await turns.RunAsync(Instance.Key("failed"), () => Task.FromResult("done"), CancellationToken.None)).ShouldBe("done");
    }

    [Fact]
    public async Task Those_who_have_their_turn_find_connections_for_the_work()
    {
        var source = Source(pool: 2);
        var postgres = new PostgresDatabase(source);
        var turns = new PostgresGenerationLock(postgres, new PostgresOptions { MaxPoolSize = 2 });

        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => turns.RunAsync(
            Instance.Key($"work-{i}"), () => new PostgresCacheVersion(postgres).ReadAsync(CancellationToken.None), CancellationToken.None)));

        versions.Length.ShouldBe(20);
    }

    [Fact]
    public async Task Without_the_database_nobody_has_a_turn()
    {
        var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Timeout=1");
        opened.Push(nowhere);

        await Should.ThrowAsync<DependencyUnavailableException>(() => new PostgresGenerationLock(new PostgresDatabase(nowhere), new PostgresOptions())
            .RunAsync(Instance.Key("nobody"), () => Task.FromResult(true), CancellationToken.None));
    }

    private PostgresGenerationLock Open() => new(new PostgresDatabase(Source(pool: 20)), new PostgresOptions { MaxPoolSize = 20 });

    private NpgsqlDataSource Source(int pool)
    {
        var source = PostgresDataSource.Create(new PostgresOptions { ConnectionString = database.ApplicationConnectionString, MaxPoolSize = pool });
        opened.Push(source);
        return source;
    }

    private Task<bool> HoldAsync(PostgresGenerationLock turns, string service) => turns.RunAsync(
        Instance.Key(service),
        async () =>
        {
            taken.SetResult();
            await release.Task;
            return true;
        },
        CancellationToken.None);

    private async Task WhenSomeoneWaitsAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await connection.ScalarAsync<long>(Waiting) == 0) await Task.Delay(20, limit.Token);
    }
}
