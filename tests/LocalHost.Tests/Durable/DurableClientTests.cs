using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.Testing;

namespace LocalHost.Tests.Durable;

public sealed class DurableClientTests(DurableDatabaseFixture database) : IClassFixture<DurableDatabaseFixture>
{
    [Fact]
    public async Task An_id_is_taken_until_its_instance_has_ended()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        await client.ScheduleNewOrchestrationInstanceAsync("Waiting", null, new StartOrchestrationOptions("one"));

        var refusal = await Should.ThrowAsync<InvalidOperationException>(
            () => client.ScheduleNewOrchestrationInstanceAsync("FanOut", 3, new StartOrchestrationOptions("one")));
        await client.TerminateInstanceAsync("one", "enough");
        await client.ScheduleNewOrchestrationInstanceAsync("FanOut", 3, new StartOrchestrationOptions("one"));
        var end = await host.EndOfAsync("one");

        refusal.Message.ShouldContain("has not ended");
        end.ReadOutputAs<int>().ShouldBe(5);
        (await client.GetHistoryAsync("one", CancellationToken.None)).ShouldAllBe(e => e.Kind != HistoryEventKind.ExecutionStarted || e.Execution == 2);
    }

    [Fact]
    public async Task An_instance_may_begin_later()
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var clock = new FakeClock(now);
        await using var host = await database.StartHostAsync(clock);
        var client = host.Orchestrations();
        await host.RunAsync("FanOut", 1);
        var set = clock.WhenTimerIsSetAsync(now.AddMinutes(5));
        var id = await client.ScheduleNewOrchestrationInstanceAsync("FanOut", 3, new StartOrchestrationOptions(StartAt: now.AddMinutes(5)));
        await set;

        var pending = await client.GetInstanceAsync(id);
        clock.Advance(TimeSpan.FromMinutes(5));

        pending!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        (await host.EndOfAsync(id)).ReadOutputAs<int>().ShouldBe(5);
    }

    [Fact]
    public async Task Termination_ends_sub_orchestrations_and_their_activities_count_no_more()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        await client.ScheduleNewOrchestrationInstanceAsync("ParentOfGated", null, new StartOrchestrationOptions("tree"));
        (await host.Probe.HeardAsync()).ShouldBe("at the gate");

        await client.TerminateInstanceAsync("tree", new { why = "test" });
        host.Probe.Gate.SetResult();

        var (parent, child) = (await client.GetInstanceAsync("tree", true), await client.GetInstanceAsync("tree-child", true));
        parent!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        parent.SerializedOutput.ShouldBe("""{"why":"test"}""");
        child!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }

    [Fact]
    public async Task A_parent_learns_that_its_sub_orchestration_was_terminated()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        await client.ScheduleNewOrchestrationInstanceAsync("ParentOfGated", null, new StartOrchestrationOptions("bereft"));
        (await host.Probe.HeardAsync()).ShouldBe("at the gate");

        await client.TerminateInstanceAsync("bereft-child", null);
        var end = await host.EndOfAsync("bereft");
        host.Probe.Gate.SetResult();

        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("bereft-child was terminated");
    }

    [Fact]
    public async Task A_suspended_instance_goes_on_when_it_is_resumed()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        await client.SuspendInstanceAsync(id);
        await client.RaiseEventAsync(id, "first", "a");
        await client.RaiseEventAsync(id, "second", "b");

        var suspended = await client.GetInstanceAsync(id);
        await host.RunAsync("FanOut", 3);
        var still = await client.GetInstanceAsync(id);
        await client.ResumeInstanceAsync(id);

        suspended!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        still!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        (await host.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("a b");
    }

    [Fact]
    public async Task Queries_come_in_pages_and_filter()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        for (var i = 0; i < 5; i++)
        {
            await client.ScheduleNewOrchestrationInstanceAsync("FanOut", 1, new StartOrchestrationOptions($"page-{i}"));
            await host.EndOfAsync($"page-{i}");
        }

        var query = new OrchestrationQuery(InstanceIdPrefix: "page-", PageSize: 2, FetchInputsAndOutputs: true, Statuses: [OrchestrationRuntimeStatus.Completed]);
        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages()) pages.Add(page);
        var none = new List<OrchestrationMetadata>();
        await foreach (var found in client.GetAllInstancesAsync(query with { Statuses = [OrchestrationRuntimeStatus.Failed] })) none.Add(found);

        pages.Select(p => p.Values.Count).ShouldBe([2, 2, 1]);
        pages.SelectMany(p => p.Values).Select(i => i.InstanceId).ShouldBe(["page-0", "page-1", "page-2", "page-3", "page-4"]);
        pages[^1].ContinuationToken.ShouldBeNull();
        pages[0].Values[0].SerializedOutput.ShouldBe("0");
        none.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_what_has_ended_is_purged_with_its_sub_orchestrations()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        await client.ScheduleNewOrchestrationInstanceAsync("Parent", 3, new StartOrchestrationOptions("purged"));
        await host.EndOfAsync("purged");
        await client.ScheduleNewOrchestrationInstanceAsync("Waiting", null, new StartOrchestrationOptions("kept"));

        var one = await client.PurgeInstanceAsync("purged", CancellationToken.None);
        var active = await client.PurgeInstanceAsync("kept", CancellationToken.None);
        await host.RunAsync("FanOut", 1);
        var many = await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(), CancellationToken.None);

        one.PurgedInstanceCount.ShouldBe(4);
        active.PurgedInstanceCount.ShouldBe(0);
        many.PurgedInstanceCount.ShouldBeGreaterThan(0);
        (await client.GetInstanceAsync("purged")).ShouldBeNull();
        (await client.GetInstanceAsync("kept")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Input_that_is_too_long_and_ids_that_make_no_sense_are_refused()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();

        (await Should.ThrowAsync<ArgumentException>(() => client.ScheduleNewOrchestrationInstanceAsync("FanOut", new string('a', 40_000)))).Message.ShouldContain("32 kB");
        await Should.ThrowAsync<ArgumentException>(() => client.ScheduleNewOrchestrationInstanceAsync("FanOut", 1, new StartOrchestrationOptions(new string('a', 101))));
        await Should.ThrowAsync<ArgumentException>(() => client.ScheduleNewOrchestrationInstanceAsync("FanOut", 1, new StartOrchestrationOptions("a\u0000b")));
    }

    [Fact]
    public async Task Without_a_database_the_host_runs_and_says_what_an_orchestration_needs()
    {
        await using var host = await RunningHost.StartAsync(DurableSamples.All);

        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("FanOut", 1));

        refusal.Message.ShouldContain("Database:ConnectionString");
    }
}
