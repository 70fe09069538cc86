using Npgsql;
using SloFunctions.Infrastructure.Postgres.Migrations;

namespace SloFunctions.Infrastructure.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class MigrationRunnerTests(PostgresFixture server)
{
    private static readonly Migration First = new(1, "first", "CREATE SCHEMA slo; CREATE TABLE slo.a (x int)", "DROP TABLE slo.a; DROP SCHEMA slo");
    private static readonly Migration Second = new(2, "second", "CREATE TABLE slo.b (x int)", "DROP TABLE slo.b");

    [Fact]
    public async Task Up_applies_every_migration_once()
    {
        var database = await server.CreateDatabaseAsync();
        var runner = Runner(database, EmbeddedMigrations.All);

        (await runner.UpAsync()).ShouldBe(EmbeddedMigrations.All);
        (await runner.UpAsync()).ShouldBeEmpty();

        var status = await runner.StatusAsync();
        status.IsCurrent.ShouldBeTrue();
        status.Version.ShouldBe(EmbeddedMigrations.All.Count);
        status.Applied.Select(applied => applied.ToString()).ShouldBe(EmbeddedMigrations.All.Select(known => known.ToString()));
    }

    [Fact]
    public async Task Every_down_script_restores_exactly_what_was_there_before()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First]).UpAsync(); // creates the roles and the runner's own record
        await Runner(database, [First]).DownAsync(0);
        var before = new List<IReadOnlyList<string>>();
        for (var version = 1; version <= EmbeddedMigrations.All.Count; version++)
        {
            before.Add(await Catalogue.ReadAsync(database));
            await Runner(database, [.. EmbeddedMigrations.All.Take(version)]).UpAsync();
        }

        var complete = await Catalogue.ReadAsync(database);
        var runner = Runner(database, EmbeddedMigrations.All);
        for (var version = EmbeddedMigrations.All.Count - 1; version >= 0; version--)
        {
            (await runner.DownAsync(version)).ShouldHaveSingleItem().Version.ShouldBe(version + 1);
            (await Catalogue.ReadAsync(database)).ShouldBe(before[version]);
        }

        before[0].ShouldBeEmpty();
        complete.Count.ShouldBeGreaterThan(300);
        await runner.UpAsync();
        (await Catalogue.ReadAsync(database)).ShouldBe(complete);
    }

    [Fact]
    public async Task Down_to_zero_also_takes_partitions_and_rows_away()
    {
        var database = await server.CreateDatabaseAsync();
        var runner = Runner(database, EmbeddedMigrations.All);
        await runner.UpAsync();
        await using (var connection = await Sql.OpenAsync(database))
        {
            await connection.ExecuteAsync("SELECT slo.ensure_partitions('2026-01-01Z', '2026-03-01Z')");
            await connection.ExecuteAsync("INSERT INTO slo.services (service_id) VALUES ('checkout')");
            await connection.ExecuteAsync("INSERT INTO slo.slo_audit_log (service_id, action, actor) SELECT id, 'reject', 'ann' FROM slo.services");
        }

        (await runner.DownAsync(0)).Select(migration => migration.Version).ShouldBe(EmbeddedMigrations.All.Select(m => m.Version).Reverse());

        (await Catalogue.ReadAsync(database)).ShouldBeEmpty();
        (await runner.StatusAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Runners_that_start_at_once_take_turns()
    {
        var database = await server.CreateDatabaseAsync();

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runner(database, EmbeddedMigrations.All).UpAsync()));

        applied.SelectMany(each => each).OrderBy(migration => migration.Version).ShouldBe(EmbeddedMigrations.All);
        (await Runner(database, EmbeddedMigrations.All).StatusAsync()).IsCurrent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_migration_changed_after_it_was_applied_is_refused_by_name()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First]).UpAsync();
        var changed = new Migration(1, "first", First.Up + " -- changed", First.Down);

        var refusal = await Should.ThrowAsync<MigrationException>(() => Runner(database, [changed, Second]).UpAsync());

        refusal.Message.ShouldContain("0001_first was changed");
        (await Runner(database, [changed, Second]).StatusAsync()).Conflict.ShouldBe(refusal.Message);
        (await Runner(database, [First, Second]).StatusAsync()).Version.ShouldBe(1);
        await Should.ThrowAsync<MigrationException>(() => Runner(database, [changed, Second]).DownAsync(0));
    }

    [Fact]
    public async Task A_corrected_down_script_is_no_change()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First]).UpAsync();

        var corrected = new Migration(1, "first", First.Up, "DROP SCHEMA slo CASCADE");

        (await Runner(database, [corrected]).DownAsync(0)).ShouldBe([corrected]);
        (await Catalogue.ReadAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_migrated_by_a_newer_version_is_refused()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First, Second]).UpAsync();

        var refusal = await Should.ThrowAsync<MigrationException>(() => Runner(database, [First]).UpAsync());

        refusal.Message.ShouldContain("0002_second");
        refusal.Message.ShouldContain("newer version");
    }

    [Fact]
    public async Task A_gap_in_what_was_applied_is_refused()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First, Second]).UpAsync();
        await using (var connection = await Sql.OpenAsync(database))
            await connection.ExecuteAsync("DELETE FROM slo_migrations.applied WHERE version = 1");

        var refusal = await Should.ThrowAsync<MigrationException>(() => Runner(database, [First, Second]).UpAsync());

        refusal.Message.ShouldContain("lacks 0001_first");
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_behind_and_keeps_those_before_it()
    {
        var database = await server.CreateDatabaseAsync();
        var failing = new Migration(2, "failing", "CREATE TABLE slo.half_done (x int); SELECT 1 / 0", "SELECT 1");

        var failure = await Should.ThrowAsync<MigrationException>(() => Runner(database, [First, failing]).UpAsync());

        failure.Message.ShouldContain("0002_failing (up)");
        failure.Message.ShouldContain("division by zero");
        failure.InnerException.ShouldBeOfType<PostgresException>();
        (await Catalogue.ReadAsync(database)).ShouldNotContain(line => line.Contains("half_done", StringComparison.Ordinal));
        (await Runner(database, [First, failing]).StatusAsync()).Version.ShouldBe(1);
        (await Runner(database, [First, Second]).UpAsync()).ShouldBe([Second]);
    }

    [Fact]
    public async Task A_cancelled_migration_leaves_nothing_behind()
    {
        var database = await server.CreateDatabaseAsync();
        var endless = new Migration(2, "endless", "CREATE TABLE slo.half_done (x int); SELECT pg_sleep(600)", "SELECT 1");
        using var cancellation = new CancellationTokenSource();
        var run = Runner(database, [First, endless]).UpAsync(cancellation.Token);
        await using var connection = await Sql.OpenAsync(database);
        while (!run.IsCompleted && !await connection.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep')"))
        {
            await Task.Yield();
        }

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => run);
        (await Catalogue.ReadAsync(database)).ShouldNotContain(line => line.Contains("half_done", StringComparison.Ordinal));
        (await Runner(database, [First, Second]).UpAsync()).ShouldBe([Second]);
    }

    [Fact]
    public async Task A_migration_over_its_time_is_rolled_back()
    {
        var database = await server.CreateDatabaseAsync();
        var endless = new Migration(1, "endless", "CREATE TABLE public.half_done (x int); SELECT pg_sleep(600)", "SELECT 1");
        var runner = new MigrationRunner(database, [endless], lockWait: TimeSpan.FromMilliseconds(500), timeout: TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<MigrationException>(() => runner.UpAsync());

        (await runner.StatusAsync()).Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_runner_waits_for_another_only_as_long_as_it_is_told()
    {
        var database = await server.CreateDatabaseAsync();
        await Runner(database, [First]).UpAsync();
        await using var connection = await Sql.OpenAsync(database);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("LOCK TABLE slo_migrations.applied IN ACCESS EXCLUSIVE MODE");
        var holder = Runner(database, [First, Second]).UpAsync(); // holds the runners' lock and waits for the table
        while (!holder.IsCompleted && !await connection.ScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'relation' AND NOT granted AND relation = 'slo_migrations.applied'::regclass)"))
        {
            await Task.Yield();
        }

        var impatient = new MigrationRunner(database, [First, Second], TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5));
        var refusal = await Should.ThrowAsync<MigrationException>(() => impatient.UpAsync());
        await transaction.RollbackAsync();

        refusal.Message.ShouldContain("Another migration is running");
        (await holder).ShouldBe([Second]);
    }

    [Fact]
    public async Task Reading_the_status_of_an_empty_database_changes_nothing()
    {
        var database = await server.CreateDatabaseAsync();

        var status = await Runner(database, [First, Second]).StatusAsync();

        status.Version.ShouldBe(0);
        status.Pending.ShouldBe([First, Second]);
        status.IsCurrent.ShouldBeFalse();
        await using var connection = await Sql.OpenAsync(database);
        (await connection.ScalarAsync<bool>("SELECT to_regnamespace('slo_migrations') IS NULL")).ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public async Task Down_to_a_version_that_does_not_exist_is_refused(int version)
    {
        var runner = Runner(await server.CreateDatabaseAsync(), [First, Second]);

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => runner.DownAsync(version));
    }

    [Fact]
    public void Migrations_have_the_versions_1_2_3_without_a_gap()
    {
        Should.Throw<ArgumentException>(() => Runner("Host=nowhere", [Second])).Message.ShouldContain("0002_second");
        Should.NotThrow(() => Runner("Host=nowhere", EmbeddedMigrations.All));
        EmbeddedMigrations.All.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_missing_owner_connection_string_is_named_in_the_message() =>
        Should.Throw<ArgumentException>(() => MigrationRunner.Create(new())).Message.ShouldContain("Database:OwnerConnectionString");

    private static MigrationRunner Runner(string connectionString, IReadOnlyList<Migration> migrations) =>
        new(connectionString, migrations, lockWait: TimeSpan.FromSeconds(30), timeout: TimeSpan.FromSeconds(60));
}
