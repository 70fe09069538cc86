using Microsoft.Extensions.Logging.Abstractions;
using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Orchestrations;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.BulkRuns;

public sealed class BulkRunLifeTests
{
    private static readonly BulkRunBody All = new("all", null, null, null, null, null);

    private readonly InMemoryOrchestrations orchestrations = new();

    [Fact]
    public async Task A_run_that_is_accepted_has_its_orchestration_started_with_its_id()
    {
        var (start, runs, _) = await OpenAsync();

        var started = await start.HandleAsync(All, "ann", orchestrations, CancellationToken.None);

        var document = started.Answer.ShouldSucceed();
        (document.State, document.RequestedBy, document.Counts.Remaining, document.Progress).ShouldBe(("accepted", "ann", 2, 0));
        started.RunId.ShouldBe(runs.Run.Id);
        orchestrations.Started.Count.ShouldBe(1);
        (orchestrations.Started[0].Orchestrator, orchestrations.Started[0].InstanceId).ShouldBe(("BulkRecommendation", $"{runs.Run.Id:D}"));
    }

    [Fact]
    public async Task A_second_run_is_refused_by_the_name_of_the_first()
    {
        var (start, runs, _) = await OpenAsync();
        await start.HandleAsync(All, "ann", orchestrations, CancellationToken.None);
        var first = runs.Run.Id;

        var second = await start.HandleAsync(All, "bob", orchestrations, CancellationToken.None);

        second.Answer.ShouldFail().Code.ShouldBe("bulk-run-active");
        second.Answer.Error!.Detail.ShouldContain(first.ToString("D"));
        second.RunId.ShouldBe(first);
        orchestrations.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_is_accepted_though_its_orchestration_cannot_be_started_and_is_started_when_runs_are_tended()
    {
        var (start, runs, tend) = await OpenAsync();
        orchestrations.IsReachable = false;
        (await start.HandleAsync(All, "ann", orchestrations, CancellationToken.None)).Answer.ShouldSucceed().State.ShouldBe("accepted");
        orchestrations.IsReachable = true;

        await tend.HandleAsync(orchestrations, CancellationToken.None);
        await tend.HandleAsync(orchestrations, CancellationToken.None);

        orchestrations.Started.Count.ShouldBe(1);
        runs.Run.IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData(OrchestrationState.Failed)]
    [InlineData(OrchestrationState.Terminated)]
    [InlineData(OrchestrationState.Completed)]
    public async Task A_run_whose_orchestration_has_ended_without_it_is_closed_so_that_another_can_begin(OrchestrationState state)
    {
        var (start, runs, tend) = await OpenAsync();
        await start.HandleAsync(All, "ann", orchestrations, CancellationToken.None);
        orchestrations.States[runs.Run.Id.ToString("D")] = state;

        await tend.HandleAsync(orchestrations, CancellationToken.None);

        runs.Run.State.ShouldBe(BulkRunState.Failed);
        (await start.HandleAsync(All, "bob", orchestrations, CancellationToken.None)).Answer.ShouldSucceed().RequestedBy.ShouldBe("bob");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_is_marked_and_its_orchestration_told_and_once_it_has_ended_it_cannot_be()
    {
        var (start, runs, _) = await OpenAsync();
        await start.HandleAsync(All, "ann", orchestrations, CancellationToken.None);
        string id = runs.Run.Id.ToString("D");
        var cancel = new CancelBulkRun(runs, TimeProvider.System, NullLogger<CancelBulkRun>.Instance);

        (await cancel.HandleAsync(id, "bob", orchestrations, CancellationToken.None)).ShouldSucceed().State.ShouldBe("cancelling");
        (await cancel.HandleAsync(id, "bob", orchestrations, CancellationToken.None)).ShouldSucceed().State.ShouldBe("cancelling");
        orchestrations.Raised.ShouldBe([$"cancel {id}", $"cancel {id}"]);
        await runs.CloseAsync(runs.Run.Id, false, TimeProvider.System.GetUtcNow(), CancellationToken.None);

        (await cancel.HandleAsync(id, "bob", orchestrations, CancellationToken.None)).ShouldFail().Code.ShouldBe("bulk-run-ended");
        (await cancel.HandleAsync(Guid.Empty.ToString("D"), "bob", orchestrations, CancellationToken.None)).ShouldFail().Code.ShouldBe("bulk-run-not-found");
        (await cancel.HandleAsync("7", "bob", orchestrations, CancellationToken.None)).ShouldFail().Fields().ShouldBe("run_id");
    }

    [Fact]
    public async Task A_run_tells_how_far_it_is_and_how_much_longer_it_takes()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent", "short");
        var get = new GetBulkRun(runs, shop.Clock);
        await runs.UseCase.HandleAsync(runs.Slice(0, 1), CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromSeconds(7));

        var document = (await get.HandleAsync(new BulkRunQuery(runs.Run.Id, null, 50), CancellationToken.None)).ShouldSucceed();

        (document.State, document.Progress, document.DurationSeconds, document.EstimatedSecondsLeft).ShouldBe(("running", 0.25, 7, 21));
        await runs.CloseAsync(runs.Run.Id, false, shop.Clock.GetUtcNow(), CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromSeconds(7));
        var ended = (await get.HandleAsync(new BulkRunQuery(runs.Run.Id, null, 50), CancellationToken.None)).ShouldSucceed();
        (ended.DurationSeconds, ended.EstimatedSecondsLeft).ShouldBe((7, null));
    }

    [Fact]
    public async Task Failures_are_shown_page_by_page()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");
        foreach (string service in new[] { "checkout", "payment", "silent" }) shop.Engine.Profiles.Poisoned.Add(service);
        await runs.UseCase.HandleAsync(runs.Slice(attempt: BulkRunLimits.MostAttempts), CancellationToken.None);
        var get = new GetBulkRun(runs, shop.Clock);
        string id = runs.Run.Id.ToString("D");

        var first = (await get.HandleAsync(BulkRunQuery.Parse(id, null, "2").ShouldSucceed(), CancellationToken.None)).ShouldSucceed();
        var last = (await get.HandleAsync(BulkRunQuery.Parse(id, first.NextCursor, "2").ShouldSucceed(), CancellationToken.None)).ShouldSucceed();

        first.Failures.Select(f => f.ServiceId).ShouldBe(["checkout", "payment"]);
        last.Failures.Select(f => (f.ServiceId, f.Attempts)).ShouldBe([("silent", 3)]);
        last.NextCursor.ShouldBeNull();
    }

    [Theory]
    [InlineData("7", null, null, "run_id")]
    [InlineData("00000000-0000-0000-0000-000000000000", "x", null, "cursor")]
    [InlineData("00000000-0000-0000-0000-000000000000", null, "0", "limit")]
    public void A_query_that_breaks_a_rule_names_its_field(string id, string? cursor, string? limit, string field) =>
        BulkRunQuery.Parse(id, cursor, limit).ShouldFail().Fields().ShouldBe(field);

    private static async Task<(StartBulkRun Start, ShopRuns Runs, TendBulkRuns Tend)> OpenAsync()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment");
        await runs.CloseAsync(runs.Run.Id, false, shop.Clock.GetUtcNow(), CancellationToken.None);
        var close = new CloseBulkRun(runs, new BulkRunInstruments(), shop.Clock, NullLogger<CloseBulkRun>.Instance);
        return (
            new StartBulkRun(runs, new CountedIds(), shop.Clock, NullLogger<StartBulkRun>.Instance), runs, new TendBulkRuns(runs, close, NullLogger<TendBulkRuns>.Instance));
    }
}
