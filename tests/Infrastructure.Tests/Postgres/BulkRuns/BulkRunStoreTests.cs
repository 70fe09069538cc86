using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Recommendations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.BulkRuns;
using SloFunctions.Infrastructure.Postgres.Recommendations;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Infrastructure.Tests.Postgres.Recommendations;

namespace SloFunctions.Infrastructure.Tests.Postgres.BulkRuns;

[Collection(PostgresTests.Name)]
public sealed class BulkRunStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly PostgresBulkRuns runs = new(new PostgresDatabase(database.Application));
    private readonly PostgresRecommendationStore store = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync() => await ExecuteAsync("""
        INSERT INTO slo.services (id, service_id, team, service_type) VALUES
          ('00000000-0000-0000-0000-000000000001', 'a', 'red', 'internal'), ('00000000-0000-0000-0000-000000000002', 'b', 'red', 'internal'),
          ('00000000-0000-0000-0000-000000000003', 'c', 'blue', 'internal'), ('00000000-0000-0000-0000-000000000000', 'd', 'blue', 'external')
        ON CONFLICT DO NOTHING
        """);

    public async Task DisposeAsync() => await ExecuteAsync("DELETE FROM slo.recommendation_runs; UPDATE slo.recommendation_sets SET status = 'superseded' WHERE status = 'active'");

    [Fact]
    public async Task Each_scope_holds_its_services_in_the_order_in_which_their_hours_are_stored()
    {
        (await ServicesAsync(Request(BulkScope.All))).ShouldBe("a b c");
        (await ServicesAsync(Request(BulkScope.Team) with { Team = "blue" })).ShouldBe("c");
        // External ones when they are named; each once.
        (await ServicesAsync(Named("d", "b", "d", "a"))).ShouldBe("d a b");
    }

    [Fact]
    public async Task Nothing_is_stored_of_an_empty_scope_or_of_unknown_services()
    {
        (await AddAsync(Request(BulkScope.Team) with { Team = "green" })).ShouldBe(BulkAdmission.Empty);
        var refused = await AddAsync(Named([.. Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? $"nobody-{i}" : "a")]));

        refused.Run.ShouldBeNull();
        refused.UnknownTotal.ShouldBe(25);
        refused.Unknown.ShouldBe(Enumerable.Range(0, 20).Select(i => i * 2));
        (await CountAsync("slo.recommendation_runs")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_a_run_and_the_others_its_name()
    {
        var admissions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddAsync(Request(BulkScope.All))));

        var accepted = admissions.Where(a => a.Run is not null).ShouldHaveSingleItem().Run!;
        admissions.Where(a => a.Run is null).ShouldAllBe(a => a.ActiveRunId == accepted.Id);
        (await CountAsync("slo.recommendation_run_services")).ShouldBe(3);
        (await CountAsync($"slo.admin_audit_log WHERE action = 'bulk_run_started' AND subject_id = '{accepted.Id}' AND actor = 'ann'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_begins_is_worked_on_and_ends_in_the_state_that_follows()
    {
        var run = await StartAsync(Request(BulkScope.All));
        (run.State, run.StartedAt).ShouldBe((BulkRunState.Running, Now.AddSeconds(1)));
        (await runs.BeginAsync(run.Id, Now.AddSeconds(9), CancellationToken.None))!.StartedAt.ShouldBe(Now.AddSeconds(1));

        await SaveAsync(run.Id, 0, "a");
        await SaveAsync(run.Id, 1, "b");
        var failure = new ServiceFailure("timeout", "It took too long.");
        await runs.NoteFailureAsync(new RunEntry(run.Id, 2), 1, false, failure, CancellationToken.None);
        await runs.NoteFailureAsync(new RunEntry(run.Id, 2), 1, true, failure, CancellationToken.None);
        (await runs.FindAsync(run.Id, CancellationToken.None))!.Counts.ShouldBe(new BulkCounts(3, 2, 0, 0));
        await runs.NoteFailureAsync(new RunEntry(run.Id, 2), 3, true, failure, CancellationToken.None);

        (await runs.ListFailedAsync(run.Id, null, 10, CancellationToken.None)).ShouldBe([new FailedService(2, ServiceId.Of("c"), "timeout", "It took too long.", 3)]);
        (await runs.ListFailedAsync(run.Id, 2, 10, CancellationToken.None)).ShouldBeEmpty();
        var ended = (await runs.CloseAsync(run.Id, false, Now.AddMinutes(1), CancellationToken.None)).ShouldNotBeNull();
        (ended.State, ended.EndedAt, ended.Counts.Remaining).ShouldBe((BulkRunState.CompletedWithFailures, Now.AddMinutes(1), 0));
        (await runs.CloseAsync(run.Id, true, Now.AddMinutes(2), CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData(false, 3, BulkRunState.Completed)]
    [InlineData(false, 2, BulkRunState.Failed)]
    [InlineData(true, 3, BulkRunState.Failed)]
    public async Task A_run_ends_as_failed_when_something_is_left_or_work_could_not_go_on(bool hasFailed, int done, BulkRunState state)
    {
        var run = await StartAsync(Request(BulkScope.All));
        foreach (var (i, service) in new[] { "a", "b", "c" }.Take(done).Index()) await SaveAsync(run.Id, i, service);

        (await runs.CloseAsync(run.Id, hasFailed, Now, CancellationToken.None))!.State.ShouldBe(state);
    }

    [Fact]
    public async Task However_often_a_service_is_computed_at_once_one_set_is_stored_for_the_run()
    {
        var run = await StartAsync(Named("a"));

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SaveAsync(run.Id, 0, "a")));

        var one = saved.OfType<StoredRecommendations>().ShouldHaveSingleItem();
        (await CountAsync($"slo.recommendation_run_services WHERE state = 'done' AND recommendation_id = '{one.Id}'")).ShouldBe(1);
        (await CountAsync("slo.recommendation_sets WHERE status = 'active'")).ShouldBe(1);
        (await store.FindAsync(Instance.Key("a"), CancellationToken.None)).Stored!.Id.ShouldBe(one.Id);
    }

    [Fact]
    public async Task A_set_that_cannot_be_stored_leaves_the_service_undone()
    {
        var run = await StartAsync(Named("a"));

        await Should.ThrowAsync<Exception>(() => store.SaveOnceAsync(
            Published.For("a") with { DependencyGraphSnapshotId = Guid.NewGuid() }, "{}"u8.ToArray(), [], 30, new RunEntry(run.Id, 0), CancellationToken.None));

        (await runs.FindAsync(run.Id, CancellationToken.None))!.Counts.Remaining.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_is_stored_for_a_run_that_is_to_end_early_or_has_ended()
    {
        var run = await StartAsync(Named("a", "b"));
        await SaveAsync(run.Id, 0, "a");

        (await runs.CancelAsync(run.Id, "bob", Now, CancellationToken.None))!.State.ShouldBe(BulkRunState.Cancelling);
        (await runs.CancelAsync(run.Id, "bob", Now, CancellationToken.None))!.State.ShouldBe(BulkRunState.Cancelling);
        (await SaveAsync(run.Id, 1, "b")).ShouldBeNull();
        (await TakeAsync(run.Id)).IsGoing.ShouldBeFalse();
        (await AddAsync(Request(BulkScope.All))).ActiveRunId.ShouldBe(run.Id);
        (await runs.CloseAsync(run.Id, false, Now, CancellationToken.None))!.State.ShouldBe(BulkRunState.Cancelled);
        (await SaveAsync(run.Id, 1, "b")).ShouldBeNull();

        (await runs.CancelAsync(run.Id, "bob", Now, CancellationToken.None))!.State.ShouldBe(BulkRunState.Cancelled);
        (await runs.FindAsync(run.Id, CancellationToken.None))!.Counts.ShouldBe(new BulkCounts(2, 1, 0, 0));
        (await CountAsync($"slo.admin_audit_log WHERE action = 'bulk_run_cancelled' AND subject_id = '{run.Id}' AND actor = 'bob'")).ShouldBe(1);
    }

    [Fact]
    public async Task Sets_that_are_valid_still_are_kept_unless_everything_is_to_be_computed_anew()
    {
        var first = await StartAsync(Named("a", "b", "c"));
        foreach (var (i, service) in new[] { "a", "b" }.Index()) await SaveAsync(first.Id, i, service);
        await runs.CloseAsync(first.Id, false, Now, CancellationToken.None);
        await ExecuteAsync("UPDATE slo.recommendation_sets SET is_stale = false; UPDATE slo.recommendation_sets SET is_stale = true WHERE service_id = (SELECT id FROM slo.services WHERE service_id = 'b')");

        var second = await StartAsync(Named("a", "b", "c") with { Force = false });
        var work = await TakeAsync(second.Id, Published.GeneratedAt.AddHours(1));
        work.Services.Select(s => s.State).ShouldBe([RunServiceState.Unchanged, RunServiceState.Pending, RunServiceState.Pending]);
        (await TakeAsync(second.Id, Published.ExpiresAt)).Services.Select(s => s.State).ShouldBe(work.Services.Select(s => s.State));
        (await runs.FindAsync(second.Id, CancellationToken.None))!.Counts.ShouldBe(new BulkCounts(3, 0, 1, 0));
        await runs.CloseAsync(second.Id, false, Now, CancellationToken.None);

        var forced = await StartAsync(Named("a", "b", "c"));
        (await TakeAsync(forced.Id, Published.GeneratedAt.AddHours(1))).Services.ShouldAllBe(s => s.State == RunServiceState.Pending);
    }

    [Fact]
    public async Task A_slice_holds_the_services_of_its_places()
    {
        var run = await StartAsync(Request(BulkScope.All));

        (await runs.TakeAsync(new BulkSlice(run.Id, 1, 10, 1), Now, CancellationToken.None))!.Services.Select(s => (s.Ordinal, s.Service.Value)).ShouldBe([(1, "b"), (2, "c")]);
        (await runs.TakeAsync(new BulkSlice(run.Id, 3, 10, 1), Now, CancellationToken.None))!.Services.ShouldBeEmpty();
        (await runs.TakeAsync(new BulkSlice(Guid.NewGuid(), 0, 10, 1), Now, CancellationToken.None)).ShouldBeNull();
        (await runs.FindAsync(Guid.NewGuid(), CancellationToken.None)).ShouldBeNull();
        (await runs.ListActiveAsync(CancellationToken.None)).ShouldBe([run.Id]);
    }

    [Fact]
    public async Task Runs_that_ended_long_ago_go_and_active_ones_stay()
    {
        var old = await StartAsync(Named("a"));
        await runs.CloseAsync(old.Id, false, Now, CancellationToken.None);
        var active = await StartAsync(Named("b"));

        await new PostgresRetention(new PostgresDatabase(database.Application)).PurgeBulkRunsAsync(Now.AddDays(1), CancellationToken.None);

        (await runs.FindAsync(old.Id, CancellationToken.None)).ShouldBeNull();
        (await runs.FindAsync(active.Id, CancellationToken.None)).ShouldNotBeNull();
        (await CountAsync("slo.recommendation_run_services")).ShouldBe(1);
    }

    private static BulkRequest Request(BulkScope scope) => new(scope, null, null, 30, RecommendationMethod.HistoricalPercentile, Force: true);

    private static BulkRequest Named(params string[] services) => Request(BulkScope.Services) with { Services = [.. services.Select(ServiceId.Of)] };

    private Task<BulkAdmission> AddAsync(BulkRequest request) => runs.AddAsync(new NewBulkRun(Guid.NewGuid(), request, "ann", Now), CancellationToken.None);

    private async Task<BulkRun> StartAsync(BulkRequest request) =>
        (await runs.BeginAsync((await AddAsync(request)).Run.ShouldNotBeNull().Id, Now.AddSeconds(1), CancellationToken.None))!;

    private async Task<SliceWork> TakeAsync(Guid run, DateTimeOffset? now = null) => (await runs.TakeAsync(new BulkSlice(run, 0, 10, 1), now ?? Now, CancellationToken.None))!;

    private async Task<string> ServicesAsync(BulkRequest request)
    {
        var run = await StartAsync(request);
        var work = await TakeAsync(run.Id);
        run.Counts.Total.ShouldBe(work.Services.Count);
        await runs.CloseAsync(run.Id, false, Now, CancellationToken.None);
        return string.Join(' ', work.Services.Select(s => s.Service.Value));
    }

    private Task<StoredRecommendations?> SaveAsync(Guid run, int ordinal, string service) =>
        store.SaveOnceAsync(Published.For(service), "{}"u8.ToArray(), [], 30, new RunEntry(run, ordinal), CancellationToken.None);

    private async Task<long> CountAsync(string from)
    {
        await using var connection = await database.OpenAsync("superuser");
        return await connection.ScalarAsync<long>($"SELECT count(*) FROM {from}");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
