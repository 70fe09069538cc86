using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.Access;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class LargeSubmissionTests : IDisposable
{
    private static readonly Caller Owner = Callers.User("ann", Role.ServiceOwner, "payments");

    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryGraphStore graph = new();
    private readonly InMemoryOrchestrations orchestrations = new();
    private readonly GraphInstruments instruments;
    private readonly SubmitGraph submit;
    private readonly StoreGraphSubmission store;
    private readonly GiveUpGraphSubmission giveUp;
    private readonly ResumeGraphIngestions resume;

    public LargeSubmissionTests()
    {
        instruments = new GraphInstruments(clock);
        var ids = new CountedIds();
        var ingest = new IngestGraph(graph, ids, clock);
        submit = new SubmitGraph(ingest, graph.Submissions, graph, new GraphPolicy { LargeSubmission = 3 }, ids, clock, NullLogger<SubmitGraph>.Instance);
        giveUp = new GiveUpGraphSubmission(graph.Submissions, instruments, clock);
        store = new StoreGraphSubmission(graph.Submissions, ingest, giveUp, clock);
        resume = new ResumeGraphIngestions(graph.Submissions, giveUp, clock);
    }

    [Fact]
    public async Task What_is_not_large_is_stored_at_once()
    {
        var receipt = (await SubmitAsync(Callers.Administrator, Edges(3))).Value.ShouldNotBeNull();

        (receipt.Status, receipt.EstimatedCompletionSeconds, receipt.DependenciesCreated, receipt.Failure).ShouldBe(("completed", 0, 3, null));
        orchestrations.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_large_is_kept_and_an_orchestration_of_its_id_is_started()
    {
        var receipt = await KeepAsync();

        (receipt.Status, receipt.NodesReceived, receipt.EdgesReceived, receipt.DependenciesCreated, receipt.GraphSnapshotId).ShouldBe(("accepted", 0, 4, 0, null));
        receipt.EstimatedCompletionSeconds.ShouldBeGreaterThan(0);
        graph.Updates.ShouldBeEmpty();
        orchestrations.Started.ShouldBe([("GraphIngestion", receipt.IngestionId.ToString("D"), new GraphIngestionInput(receipt.IngestionId))]);
    }

    [Fact]
    public async Task It_is_stored_once_under_its_id_however_often_that_is_asked_for()
    {
        var kept = await KeepAsync();
        clock.Advance(TimeSpan.FromMinutes(1));

        var first = await store.HandleAsync(kept.IngestionId, CancellationToken.None);
        var again = await store.HandleAsync(kept.IngestionId, CancellationToken.None);

        var receipt = first.Receipt.ShouldNotBeNull();
        (first.Outcome, receipt.IngestionId, receipt.Status, receipt.ReceivedAt).ShouldBe((GraphSubmissionOutcome.Completed, kept.IngestionId, "completed", kept.ReceivedAt));
        receipt.DependenciesCreated.ShouldBe(4);
        again.ShouldBe(first);
        graph.Updates.Count.ShouldBe(1);
        graph.Submissions.FindWaiting(kept.IngestionId).ShouldBeNull();
    }

    [Fact]
    public async Task A_large_body_at_fault_is_not_kept()
    {
        var error = (await SubmitAsync(Callers.Administrator, [.. Edges(4), new EdgeBody("x", "x", null)])).Error.ShouldNotBeNull();

        (error.Kind, error.Fields[0].Field).ShouldBe((ErrorKind.Invalid, "edges[4].target"));
        orchestrations.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_body_about_foreign_services_is_not_kept()
    {
        (await SubmitAsync(Owner, Edges(4))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        orchestrations.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_services_they_are_is_asked_again_when_it_is_stored()
    {
        var claims = Enumerable.Range(0, 4).Select(i => Claim($"s{i}", "payments")).ToArray();
        var kept = (await submit.HandleAsync(new GraphBody("manual", null, claims, []), Owner, orchestrations, CancellationToken.None)).Value.ShouldNotBeNull();
        await submit.HandleAsync(new GraphBody("manual", null, [Claim("s2", "search")], []), Callers.Administrator, orchestrations, CancellationToken.None);

        var result = await store.HandleAsync(kept.IngestionId, CancellationToken.None);

        result.Outcome.ShouldBe(GraphSubmissionOutcome.Failed);
        result.Failure!.Reason.ShouldBe("not_your_service");
        result.Failure.Detail.ShouldContain("nodes[2].service_id");
        graph.Updates.Count.ShouldBe(1);
        (await store.HandleAsync(kept.IngestionId, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Unknown);
    }

    [Fact]
    public async Task An_unknown_one_is_no_failure() =>
        (await store.HandleAsync(Guid.Empty, CancellationToken.None)).Outcome.ShouldBe(GraphSubmissionOutcome.Unknown);

    [Fact]
    public async Task What_ends_the_process_each_time_is_given_up_in_the_end()
    {
        var kept = await KeepAsync();
        for (int i = 0; i < StoreGraphSubmission.MostAttempts; i++) await graph.Submissions.BeginAsync(kept.IngestionId, CancellationToken.None);

        var result = await store.HandleAsync(kept.IngestionId, CancellationToken.None);

        (result.Outcome, result.Failure!.Reason).ShouldBe((GraphSubmissionOutcome.Failed, "too_many_attempts"));
        graph.Submissions.Letters.ShouldHaveSingleItem().Reason.ShouldBe("too-many-attempts");
    }

    [Fact]
    public async Task What_keeps_failing_is_a_dead_letter_that_tells_which_it_was_and_why()
    {
        var kept = await KeepAsync();

        await giveUp.HandleAsync(kept.IngestionId, IngestionFailure.KeepsFailing, new string('é', 5000) + "\0", CancellationToken.None);
        await giveUp.HandleAsync(kept.IngestionId, IngestionFailure.KeepsFailing, "again", CancellationToken.None);

        var letter = graph.Submissions.Letters.ShouldHaveSingleItem();
        (letter.DeliveryKey, letter.Reason, letter.EventId).ShouldBe(($"submission:{kept.IngestionId:D}", "keeps-failing", null));
        letter.Errors.ShouldHaveSingleItem().Message.ShouldBe(new string('é', GraphEventDeadLetter.MaxTextBytes / 2));
        letter.Payload.ShouldContain("ann@example.org");
        letter.PayloadBytes.ShouldBe(letter.Payload.Length);
    }

    [Fact]
    public async Task What_could_not_be_started_is_accepted_all_the_same_and_started_later()
    {
        orchestrations.IsReachable = false;
        var kept = await KeepAsync();
        orchestrations.IsReachable = true;

        (await resume.HandleAsync(orchestrations, CancellationToken.None)).ShouldBe(new ResumedIngestions(0, 0, 0), "It has only just arrived.");
        clock.Advance(TimeSpan.FromMinutes(1));
        (await resume.HandleAsync(orchestrations, CancellationToken.None)).ShouldBe(new ResumedIngestions(1, 0, 0));
        (await resume.HandleAsync(orchestrations, CancellationToken.None)).ShouldBe(new ResumedIngestions(0, 0, 0));

        orchestrations.Started.ShouldHaveSingleItem().InstanceId.ShouldBe(kept.IngestionId.ToString("D"));
    }

    [Theory]
    [InlineData(OrchestrationState.Failed, 1, 0)]
    [InlineData(OrchestrationState.Completed, 1, 0)]
    [InlineData(OrchestrationState.Active, 0, 0)]
    [InlineData(OrchestrationState.Terminated, 0, 1)]
    public async Task What_has_no_orchestration_at_work_gets_one_unless_somebody_ended_it(OrchestrationState state, int started, int givenUp)
    {
        var kept = await KeepAsync();
        orchestrations.States[kept.IngestionId.ToString("D")] = state;
        clock.Advance(TimeSpan.FromMinutes(1));

        (await resume.HandleAsync(orchestrations, CancellationToken.None)).ShouldBe(new ResumedIngestions(started, givenUp, 0));

        graph.Submissions.Letters.Select(l => l.Reason).ShouldBe(Enumerable.Repeat("terminated", givenUp));
    }

    public void Dispose() => instruments.Dispose();

    private async Task<IngestionReceipt> KeepAsync() => (await SubmitAsync(Callers.Administrator, Edges(4))).Value.ShouldNotBeNull();

    private Task<Result<IngestionReceipt>> SubmitAsync(Caller caller, EdgeBody[] edges) =>
        submit.HandleAsync(new GraphBody("manual", null, null, edges), caller, orchestrations, CancellationToken.None);

    private static EdgeBody[] Edges(int count) => [.. Enumerable.Range(0, count).Select(i => new EdgeBody($"s{i}", $"s{i + 1}", null))];

    private static NodeBody Claim(string id, string team) => new(id, System.Text.Json.JsonSerializer.SerializeToElement(new { team }));
}
