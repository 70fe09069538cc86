using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Access;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Graph;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Identifiers;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Graph;

[Collection(PostgresTests.Name)]
public sealed class GraphSubmissionsTests : IClassFixture<MigratedDatabase>, IDisposable
{
    private readonly MigratedDatabase database;
    private readonly PostgresGraphSubmissions submissions;
    private readonly PostgresGraphStore graph;
    private readonly GraphInstruments instruments = new(TimeProvider.System);
    private readonly StoreGraphSubmission store;
    private readonly GiveUpGraphSubmission giveUp;

    public GraphSubmissionsTests(MigratedDatabase database)
    {
        this.database = database;
        var source = new PostgresDatabase(database.Application);
        submissions = new PostgresGraphSubmissions(source);
        graph = new PostgresGraphStore(source, new SnapshotCache());
        giveUp = new GiveUpGraphSubmission(submissions, instruments, new FakeClock(Noon));
        store = new StoreGraphSubmission(submissions, Into(graph), giveUp, new FakeClock(Noon));
    }

    [Fact]
    public async Task A_submission_is_kept_whole_with_who_sent_it()
    {
        var caller = new Caller(CredentialKind.ApiKey, "key:1", "catalogue", Role.ServiceOwner, ["payments", "it's \"ours\""], new Dictionary<string, int>());
        var kept = Kept(From(DiscoverySource.ServiceMesh, Edge("whole-a", "whole-b", timeout: 5)), caller);
        await submissions.AddAsync(kept, CancellationToken.None);

        var read = await graph.ChangeAsync(change => change.FindSubmissionAsync(kept.Id, CancellationToken.None), CancellationToken.None);

        read.ShouldNotBeNull();
        (read.Id, read.ReceivedAt, read.Update.Source, read.Update.ObservedAt).ShouldBe((kept.Id, Noon, DiscoverySource.ServiceMesh, Noon));
        read.Update.Edges.ShouldBe(kept.Update.Edges);
        (read.Caller with { Teams = [], RateLimits = caller.RateLimits }).ShouldBe(caller with { Teams = [] });
        read.Caller.Teams.ShouldBe(caller.Teams);
        await submissions.FailAsync(kept.Id, new IngestionFailure("test", "Done."), null, Noon, CancellationToken.None);
    }

    [Fact]
    public async Task An_outage_is_no_failure_of_the_submission()
    {
        using var nowhere = Npgsql.NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2");
        var away = new PostgresDatabase(nowhere);
        var unreachable = new PostgresGraphSubmissions(away);
        var attempt = new StoreGraphSubmission(
            unreachable, Into(new PostgresGraphStore(away, new SnapshotCache())), new GiveUpGraphSubmission(unreachable, instruments, new FakeClock(Noon)), new FakeClock(Noon));

        var result = await attempt.HandleAsync(Guid.Empty, CancellationToken.None);

        (result.Outcome, result.Receipt, result.Failure).ShouldBe((GraphSubmissionOutcome.Unavailable, null, null));
    }

    [Fact]
    public async Task Its_receipt_is_that_of_a_submission_stored_at_once_but_for_ids_and_it_is_forgotten()
    {
        GraphUpdate update = Manual(Edge("same-a", "same-b"), Edge("same-b", "same-c", DependencyCriticality.Soft)) with { Nodes = [Node("same-a", """{"x": 1}""", tier: 2)] };
        var atOnce = await Into(graph).StoreAsync(update, CancellationToken.None);
        var kept = await AddAsync(update);

        var receipt = (await store.HandleAsync(kept, CancellationToken.None)).Receipt.ShouldNotBeNull();

        (receipt.IngestionId, receipt.GraphChanged, receipt.GraphSnapshotId, receipt.DependenciesCreated).ShouldBe((kept, false, atOnce.GraphSnapshotId, 0));
        (await LinesAsync($"SELECT id::text FROM slo.graph_submissions WHERE id = '{kept}'")).ShouldBeEmpty();
        (await submissions.FindAsync(kept, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Attempts_at_the_same_time_store_it_once()
    {
        var kept = await AddAsync(Manual(Edge("once-a", "once-b")));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.HandleAsync(kept, CancellationToken.None)));

        results.ShouldAllBe(r => r.Outcome == GraphSubmissionOutcome.Completed && r.Receipt!.IngestionId == kept && r.Receipt.DependenciesCreated == 1);
        (await LinesAsync($"SELECT count(*)::text FROM slo.graph_ingestions WHERE id = '{kept}'")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task Those_of_one_source_are_stored_in_the_order_of_their_arrival_and_other_sources_do_not_wait()
    {
        var first = await AddAsync(From(DiscoverySource.Kubernetes) with { Nodes = [Node("turn", """{"generation": 1}""")] });
        var second = await AddAsync(From(DiscoverySource.Kubernetes) with { Nodes = [Node("turn", """{"generation": 2}""")] });
        var other = await AddAsync(From(DiscoverySource.OtelServiceGraph, Edge("turn-a", "turn-b")));

        (await store.HandleAsync(second, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.MustWait);
        (await StateAsync(second)).ShouldBe(GraphSubmissionState.Accepted);
        (await store.HandleAsync(other, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Completed);
        (await store.HandleAsync(first, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Completed);
        (await store.HandleAsync(second, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Completed);

        (await LinesAsync("SELECT metadata ->> 'generation' FROM slo.services WHERE service_id = 'turn'")).ShouldBe(["2"]);
    }

    [Fact]
    public async Task One_that_has_failed_holds_nobody_up_and_is_kept_with_its_dead_letter()
    {
        var poisoned = await AddAsync(From(DiscoverySource.Kubernetes, Edge("poison-a", "poison-b")));
        var next = await AddAsync(From(DiscoverySource.Kubernetes, Edge("poison-a", "poison-c")));
        await SpoilAsync(poisoned);
        await Should.ThrowAsync<InvalidDataException>(store.HandleAsync(poisoned, CancellationToken.None));
        (await StateAsync(poisoned)).ShouldBe(GraphSubmissionState.Processing);

        var given = await giveUp.HandleAsync(poisoned, IngestionFailure.KeepsFailing, "InvalidDataException: unreadable", CancellationToken.None);

        given.Outcome.ShouldBe(GraphSubmissionOutcome.Failed);
        (await giveUp.HandleAsync(poisoned, IngestionFailure.KeepsFailing, "again", CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Failed);
        (await store.HandleAsync(poisoned, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Unknown);
        (await store.HandleAsync(next, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Completed);
        (await submissions.FindAsync(poisoned, CancellationToken.None))!.Failure.ShouldBe(given.Failure);
        (await LinesAsync($"SELECT concat_ws(' ', reason, errors -> 0 ->> 'message', payload::jsonb ->> 'edges') FROM slo.graph_event_dead_letters WHERE delivery_key = 'submission:{poisoned}'"))
            .ShouldBe(["keeps-failing InvalidDataException: unreadable 1"]);
    }

    [Fact]
    public async Task What_is_stored_cannot_be_given_up()
    {
        var kept = await AddAsync(Manual(Edge("late-a", "late-b")));
        await store.HandleAsync(kept, CancellationToken.None);

        (await submissions.FailAsync(kept, new IngestionFailure("test", "Too late."), null, Noon, CancellationToken.None)).ShouldBeFalse();
        (await giveUp.HandleAsync(kept, IngestionFailure.KeepsFailing, "late", CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Unknown);
    }

    [Fact]
    public async Task An_attempt_that_breaks_in_the_middle_leaves_nothing_of_it_and_the_next_one_stores_all()
    {
        var kept = await AddAsync(Manual(Edge("broken-a", "broken-b")) with { Nodes = [Node("broken-a")] });
        var breaking = new StoreGraphSubmission(submissions, Into(new BreakingStore(graph)), giveUp, new FakeClock(Noon));

        await Should.ThrowAsync<InvalidOperationException>(breaking.HandleAsync(kept, CancellationToken.None));

        (await LinesAsync("SELECT service_id::text FROM slo.services WHERE service_id LIKE 'broken-%'")).ShouldBeEmpty();
        (await StateAsync(kept)).ShouldBe(GraphSubmissionState.Processing);
        (await store.HandleAsync(kept, CancellationToken.None)).Receipt!.ServicesCreated.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_asked_for_goes_from_accepted_to_completed_under_one_id()
    {
        var get = new GetIngestion(graph, submissions);
        var submit = new SubmitGraph(
            Into(graph), submissions, graph, new GraphPolicy { LargeSubmission = 1 }, new RandomIdSource(TimeProvider.System), new FakeClock(Noon), NullLogger<SubmitGraph>.Instance);
        var body = new GraphBody("manual", null, null, [new EdgeBody("asked-a", "asked-b", null), new EdgeBody("asked-b", "asked-c", null)]);
        var id = (await submit.HandleAsync(body, Callers.Administrator, new InMemoryOrchestrations(), CancellationToken.None)).Value!.IngestionId;

        var before = await ReadAsync();
        await submissions.BeginAsync(id, CancellationToken.None);
        var between = await ReadAsync();
        await store.HandleAsync(id, CancellationToken.None);
        var after = await ReadAsync();

        (before.Status, between.Status, after.Status).ShouldBe(("accepted", "processing", "completed"));
        (before.EstimatedCompletionSeconds > 0, after.EstimatedCompletionSeconds, after.DependenciesCreated).ShouldBe((true, 0, 2));
        (before.IngestionId, after.IngestionId, before.ReceivedAt).ShouldBe((id, id, after.ReceivedAt));

        async Task<IngestionReceipt> ReadAsync() => System.Text.Json.JsonSerializer.Deserialize<IngestionReceipt>(
            (await get.HandleAsync(id.ToString("D"), CancellationToken.None)).Value!, Application.Publishing.PublishedJson.Options)!;
    }

    [Fact]
    public async Task Those_that_wait_are_listed_by_age_and_old_failed_ones_are_forgotten()
    {
        var early = Kept(Manual(Edge("list-a", "list-b")), Callers.Administrator) with { ReceivedAt = Noon.AddDays(-2) };
        await submissions.AddAsync(early, CancellationToken.None);

        (await submissions.ListWaitingAsync(Noon.AddDays(-1), 100, CancellationToken.None)).ShouldBe([early.Id]);
        (await submissions.ListWaitingAsync(Noon.AddDays(-2), 100, CancellationToken.None)).ShouldBeEmpty();

        await submissions.FailAsync(early.Id, new IngestionFailure("test", new string('x', 2000)), null, Noon.AddDays(-1), CancellationToken.None);
        (await submissions.ListWaitingAsync(Noon.AddDays(-1), 100, CancellationToken.None)).ShouldBeEmpty();
        (await submissions.PurgeAsync(Noon.AddDays(-1), CancellationToken.None)).ShouldBe(0);
        (await submissions.PurgeAsync(Noon.AddDays(-1).AddSeconds(1), CancellationToken.None)).ShouldBe(1);
        (await submissions.FindAsync(early.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_from_a_submission_at_fault()
    {
        await using var nowhere = PostgresDataSource.Create(new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=slo" });
        var away = new PostgresGraphSubmissions(new PostgresDatabase(nowhere));

        await Should.ThrowAsync<DependencyUnavailableException>(away.BeginAsync(Guid.Empty, CancellationToken.None));
    }

    public void Dispose() => instruments.Dispose();

    private static GraphSubmission Kept(GraphUpdate update, Caller caller) => new(new RandomIdSource(TimeProvider.System).Next(), update, caller, Noon);

    private async Task<Guid> AddAsync(GraphUpdate update)
    {
        var kept = Kept(update, Callers.Administrator);
        await submissions.AddAsync(kept, CancellationToken.None);
        return kept.Id;
    }

    private async Task<GraphSubmissionState?> StateAsync(Guid id) => (await submissions.FindAsync(id, CancellationToken.None))?.State;

    private async Task SpoilAsync(Guid id)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync($"UPDATE slo.graph_submissions SET content = '\\x00' WHERE id = '{id}'");
    }

    private async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await database.OpenAsync("slo_app");
        return await connection.LinesAsync(sql);
    }

    // As a process that ends after all statements and before the commit.
    private sealed class BreakingStore(IGraphStore store) : IGraphStore
    {
        public Task<T> ChangeAsync<T>(Func<IGraphChange, Task<T>> work, CancellationToken cancellation) => store.ChangeAsync<T>(
            async change =>
            {
                await work(change);
                throw new InvalidOperationException("Broken.");
            },
            cancellation);

        public Task<StoredGraph> ReadAsync(CancellationToken cancellation) => store.ReadAsync(cancellation);
    }
}
