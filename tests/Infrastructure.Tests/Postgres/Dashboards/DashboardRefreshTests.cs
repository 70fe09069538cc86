using System.Data;
using Npgsql;
using SloFunctions.Application.Dashboards;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Dashboards;

namespace SloFunctions.Infrastructure.Tests.Postgres.Dashboards;

[Collection(PostgresTests.Name)]
public sealed class DashboardRefreshTests(PostgresFixture server) : IAsyncLifetime
{
    private readonly MigratedDatabase database = new(server);
    private PostgresDashboardStore store = null!;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        store = new PostgresDashboardStore(new PostgresDatabase(database.Application));
        await RegisterAsync("cart");
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Before_the_first_time_there_is_no_stamp_and_nothing_to_show()
    {
        (await store.ReadStampAsync(CancellationToken.None)).ShouldBeNull();
        (await store.ReadAsync(CancellationToken.None)).Coverage.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_time_happens_once()
    {
        (await store.RefreshAsync(onlyFirst: true, CancellationToken.None)).ShouldBe(RefreshOutcome.Refreshed);
        var first = await store.ReadStampAsync(CancellationToken.None);

        (await store.RefreshAsync(onlyFirst: true, CancellationToken.None)).ShouldBe(RefreshOutcome.LeftToOthers);
        (await store.ReadStampAsync(CancellationToken.None)).ShouldBe(first);
        (await store.RefreshAsync(onlyFirst: false, CancellationToken.None)).ShouldBe(RefreshOutcome.Refreshed);
        (await store.ReadStampAsync(CancellationToken.None))!.RefreshedAt.ShouldBeGreaterThan(first!.RefreshedAt);
    }

    [Fact]
    public async Task Many_who_ask_for_the_first_time_at_once_compute_it_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.RefreshAsync(onlyFirst: true, CancellationToken.None)));

        outcomes.Count(o => o == RefreshOutcome.Refreshed).ShouldBe(1);
        outcomes.Count(o => o == RefreshOutcome.LeftToOthers).ShouldBe(7);
    }

    [Fact]
    public async Task A_refresh_is_left_to_whoever_is_about_it()
    {
        await using var other = await database.OpenAsync("slo_app");
        await using var transaction = await other.BeginTransactionAsync();
        (await other.ScalarAsync<bool>("SELECT slo.refresh_dashboards(false)")).ShouldBeTrue();

        (await store.RefreshAsync(onlyFirst: false, CancellationToken.None)).ShouldBe(RefreshOutcome.LeftToOthers);
    }

    [Fact]
    public async Task Who_reads_while_it_is_computed_sees_the_old_state_at_once()
    {
        await store.RefreshAsync(onlyFirst: true, CancellationToken.None);
        await RegisterAsync("mail");
        await using var other = await database.OpenAsync("slo_app");
        await using var transaction = await other.BeginTransactionAsync();
        await other.ExecuteAsync("SELECT slo.refresh_dashboards(false)");

        // Its locks are held now. A reader who had to wait for them would be ended by this.
        await using var reader = await database.OpenAsync("slo_app");
        await reader.ExecuteAsync("SET lock_timeout = '1ms'");
        (await ServicesAsync(reader)).ShouldBe(1);
        await transaction.CommitAsync();

        (await ServicesAsync(reader)).ShouldBe(2);
    }

    [Fact]
    public async Task A_reader_with_an_open_transaction_neither_blocks_it_nor_sees_it()
    {
        await store.RefreshAsync(onlyFirst: true, CancellationToken.None);
        await RegisterAsync("mail");
        await using var reader = await database.OpenAsync("slo_app");
        await using var transaction = await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        (await ServicesAsync(reader)).ShouldBe(1);

        (await store.RefreshAsync(onlyFirst: false, CancellationToken.None)).ShouldBe(RefreshOutcome.Refreshed);

        (await ServicesAsync(reader)).ShouldBe(1);
        await transaction.CommitAsync();
        (await ServicesAsync(reader)).ShouldBe(2);
    }

    [Fact]
    public async Task It_gives_up_where_a_lock_is_not_to_be_had_and_everything_stays_as_it_was()
    {
        await store.RefreshAsync(onlyFirst: true, CancellationToken.None);
        var before = await store.ReadStampAsync(CancellationToken.None);
        await using var owner = await database.OpenAsync("slo_owner");
        await using var transaction = await owner.BeginTransactionAsync();
        await owner.ExecuteAsync("REFRESH MATERIALIZED VIEW CONCURRENTLY slo.dashboard_decisions");

        (await store.RefreshAsync(onlyFirst: false, CancellationToken.None)).ShouldBe(RefreshOutcome.TimedOut);

        (await store.ReadStampAsync(CancellationToken.None)).ShouldBe(before);
    }

    [Fact]
    public async Task Services_without_a_team_are_one_row_that_a_refresh_leaves_in_place()
    {
        await store.RefreshAsync(onlyFirst: true, CancellationToken.None);
        await using var connection = await database.OpenAsync("slo_app");
        const string Place = "SELECT xmin::text || ctid::text FROM slo.dashboard_coverage";
        string before = await connection.ScalarAsync<string>(Place);

        await store.RefreshAsync(onlyFirst: false, CancellationToken.None);

        (await connection.ScalarAsync<string>(Place)).ShouldBe(before);
    }

    private static Task<long> ServicesAsync(NpgsqlConnection connection) => connection.ScalarAsync<long>("SELECT sum(services) FROM slo.dashboard_coverage");

    private async Task RegisterAsync(string service)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync($"INSERT INTO slo.services (service_id) VALUES ('{service}')");
    }
}
