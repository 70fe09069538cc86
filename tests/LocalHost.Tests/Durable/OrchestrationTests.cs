using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Replay;
using SloFunctions.Testing;

namespace LocalHost.Tests.Durable;

public sealed class OrchestrationTests(DurableDatabaseFixture database) : IClassFixture<DurableDatabaseFixture>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Activities_fan_out_and_their_results_come_in()
    {
        await using var host = await database.StartHostAsync();

        var end = await host.RunAsync("FanOut", 100);

        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        end.ReadOutputAs<int>().ShouldBe(Enumerable.Range(0, 100).Sum(n => n * n));
        end.SerializedInput.ShouldBe("100");
    }

    [Fact]
    public async Task Sub_orchestrations_run_beside_each_other()
    {
        await using var host = await database.StartHostAsync();

        var end = await host.RunAsync("Parent", 20);

        end.ReadOutputAs<int>().ShouldBe(20 * Enumerable.Range(0, 10).Sum(n => n * n));
    }

    [Theory]
    [InlineData("Throws", "Throws: System.IO.InvalidDataException: bad input")]
    [InlineData("Absent", "Absent: System.InvalidOperationException: This host has no activity named Absent")]
    [InlineData("Long", "PayloadTooLarge: The result of Long is too long: 32775 bytes of JSON, where 32768 (32 kB) are allowed")]
    [InlineData("WantsChunk", "The input of WantsChunk cannot be read as Chunk")]
    public async Task A_task_that_fails_says_why(string activity, string message)
    {
        await using var host = await database.StartHostAsync();

        var end = await host.RunAsync("Catching", activity);

        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        end.ReadOutputAs<string>()!.ShouldContain(message);
    }

    [Fact]
    public async Task An_activity_is_tried_as_often_as_its_policy_says()
    {
        await using var host = await database.StartHostAsync();

        var patient = await host.RunAsync("Retrying", 3);
        var impatient = await host.RunAsync("Retrying", 2);

        patient.ReadOutputAs<int>().ShouldBe(3);
        impatient.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        impatient.FailureDetails!.InnerFailure!.ErrorMessage.ShouldBe("attempt 2");
    }

    [Theory]
    [InlineData("Nobody", "This host has no orchestrator named Nobody")]
    [InlineData("CallsNobody", "This host has no orchestrator named Nobody")]
    [InlineData("Straying", "awaited something that is not a task of its context")]
    [InlineData("Unsteady", "event 3 of the history is ActivityScheduled \"Square\" with 1, but the code asked for ActivityScheduled \"Square\" with 2")]
    public async Task An_orchestration_that_cannot_go_on_says_why(string orchestrator, string message)
    {
        await using var host = await database.StartHostAsync();

        var end = await host.RunAsync(orchestrator, 1);

        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.FailureDetails!.ErrorMessage.ShouldContain(message);
    }

    [Theory]
    [InlineData(32 * 1024 - 2, OrchestrationRuntimeStatus.Completed)]
    [InlineData(32 * 1024 - 1, OrchestrationRuntimeStatus.Failed)]
    public async Task A_result_may_have_32_kB(int length, OrchestrationRuntimeStatus status)
    {
        await using var host = await database.StartHostAsync();

        var end = await host.RunAsync("Verbose", length);

        end.RuntimeStatus.ShouldBe(status);
        if (status == OrchestrationRuntimeStatus.Failed) end.FailureDetails!.ErrorMessage.ShouldContain("32 kB");
    }

    [Fact]
    public async Task Events_are_kept_for_who_waits_later_and_names_disregard_case()
    {
        await using var host = await database.StartHostAsync();
        var client = host.Orchestrations();
        var id = await client.ScheduleNewOrchestrationInstanceAsync("Waiting");

        await client.RaiseEventAsync(id, "SECOND", "world");
        await client.RaiseEventAsync(id, "first", "hello");

        (await host.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("hello world");
    }

    [Fact]
    public async Task A_timer_fires_when_the_clock_says_so()
    {
        var clock = new FakeClock(Now);
        await using var host = await database.StartHostAsync(clock);
        var set = clock.WhenTimerIsSetAsync(Now.AddHours(1));
        var id = await host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Sleeping");
        await set;

        clock.Advance(TimeSpan.FromHours(1));

        (await host.EndOfAsync(id)).ReadOutputAs<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_timer_that_is_cancelled_leaves_nothing_behind()
    {
        var clock = new FakeClock(Now);
        await using var host = await database.StartHostAsync(clock);
        var id = await host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Sleeping");
        await host.Orchestrations().RaiseEventAsync(id, "wake", "now");

        (await host.EndOfAsync(id)).ReadOutputAs<bool>().ShouldBeTrue();

        var history = await host.Orchestrations().GetHistoryAsync(id, CancellationToken.None);
        history.Select(e => e.Kind).ShouldContain(HistoryEventKind.TimerCancelled);
    }

    [Fact]
    public async Task An_instance_begins_anew_and_keeps_what_was_raised()
    {
        await using var host = await database.StartHostAsync();
        var id = await host.Orchestrations().ScheduleNewOrchestrationInstanceAsync("Counting", 0);
        await host.Orchestrations().RaiseEventAsync(id, "stop", 42);

        var end = await host.EndOfAsync(id);

        end.ReadOutputAs<int>().ShouldBe(42);
        end.SerializedCustomStatus.ShouldBe("""{"count":5}""");
        var history = await host.Orchestrations().GetHistoryAsync(id, CancellationToken.None);
        history.Single(e => e.Kind == HistoryEventKind.ExecutionStarted).Execution.ShouldBe(6);
    }

    [Fact]
    public async Task The_history_of_a_run_replays_to_the_same_end()
    {
        await using var host = await database.StartHostAsync();
        var end = await host.RunAsync("FanOut", 10);

        var history = await host.Orchestrations().GetHistoryAsync(end.InstanceId, CancellationToken.None);
        var copy = HistoryJson.Read(HistoryJson.Write(history));
        var replayed = OrchestrationReplay.Run(async context => await DurableSamples.FanOut.RunAsync(context), copy);
        var altered = OrchestrationReplay.Run(async context => await context.CallActivityAsync<int>("Square", 7), copy);

        replayed.Divergence.ShouldBeNull();
        replayed.End!.Text.ShouldBe(end.SerializedOutput);
        altered.Divergence!.ShouldContain("event 3 of the history is ActivityScheduled \"Square\" with 0, but the code asked for ActivityScheduled \"Square\" with 7");
    }

    [Fact]
    public async Task A_function_starts_an_orchestration_through_its_client()
    {
        await using var host = await database.StartHostAsync();

        using var answer = await host.Client.PostAsync("/start/from-http", content: null);

        answer.EnsureSuccessStatusCode();
        (await host.EndOfAsync("from-http")).ReadOutputAs<int>().ShouldBe(14);
    }
}
