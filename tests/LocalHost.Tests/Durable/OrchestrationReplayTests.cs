using Microsoft.DurableTask;
using SloFunctions.LocalHost.Durable.Replay;

namespace LocalHost.Tests.Durable;

public sealed class OrchestrationReplayTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_step_yields_what_the_code_asks_for()
    {
        var result = OrchestrationReplay.Run(Two, [], First());

        result.End.ShouldBeNull();
        result.Actions.Select(a => (a.Kind, a.Name, a.Text, a.TaskId)).ShouldBe([(HistoryEventKind.ActivityScheduled, "A", "1", 0)]);
    }

    [Fact]
    public void Each_step_goes_on_where_the_one_before_stopped()
    {
        var run = new Recording(Two);
        run.Step();
        run.Step(Done(0, "10"));

        var result = run.Step(Done(1, "20"));

        result.End!.Kind.ShouldBe(HistoryEventKind.ExecutionCompleted);
        result.End.Text.ShouldBe("30");
        OrchestrationReplay.Run(Two, run.History).Divergence.ShouldBeNull();
    }

    [Theory]
    [InlineData("B", 1, "event 3 of the history is ActivityScheduled \"A\" with 1, but the code asked for ActivityScheduled \"B\" with 1")]
    [InlineData("A", 2, "event 3 of the history is ActivityScheduled \"A\" with 1, but the code asked for ActivityScheduled \"A\" with 2")]
    public void Another_name_or_input_is_told(string name, int input, string difference)
    {
        var run = new Recording(Two);
        run.Step();

        var result = OrchestrationReplay.Run(async context => await context.CallActivityAsync<int>(name, input), run.History);

        result.IsNonDeterministic.ShouldBeTrue();
        result.Divergence!.ShouldContain(difference);
    }

    [Fact]
    public void An_action_too_many_or_too_few_is_told()
    {
        var run = new Recording(Two);
        run.Step();

        var more = OrchestrationReplay.Run(
            async context => await Task.WhenAll(context.CallActivityAsync<int>("A", 1), context.CallActivityAsync<int>("B", 2)), run.History);
        var fewer = OrchestrationReplay.Run(async context => await context.WaitForExternalEvent<int>("x"), run.History);
        var ended = OrchestrationReplay.Run(_ => Task.FromResult<object?>(1), run.History);

        more.Divergence!.ShouldContain("the code asked for ActivityScheduled \"B\" with 2 in the step of");
        fewer.Divergence!.ShouldContain("event 3 of the history is ActivityScheduled \"A\" with 1, which the code did not ask for");
        ended.Divergence.ShouldNotBeNull();
    }

    [Fact]
    public void A_code_that_hides_the_difference_is_found_all_the_same()
    {
        var run = new Recording(Two);
        run.Step();

        var result = OrchestrationReplay.Run(Hiding, run.History);

        result.IsNonDeterministic.ShouldBeTrue();

        static async Task<object?> Hiding(TaskOrchestrationContext context)
        {
            try
            {
                return await context.CallActivityAsync<int>("Other");
            }
            catch (NonDeterministicOrchestrationException)
            {
                return await context.CallActivityAsync<int>("A", 1);
            }
        }
    }

    [Fact]
    public void Another_end_is_told()
    {
        var run = new Recording(Two);
        run.Step();
        run.Step(Done(0, "10"));
        run.Step(Done(1, "20"));

        var result = OrchestrationReplay.Run(async context => (int)(await Two(context))! + 1, run.History);

        result.Divergence!.ShouldContain("ExecutionCompleted with 30, but the code came to ExecutionCompleted with 31");
    }

    [Fact]
    public void Ids_and_times_are_the_same_in_each_replay()
    {
        var seen = new List<(Guid First, Guid Second, DateTime Now)>();
        var run = new Recording(async context =>
        {
            seen.Add((context.NewGuid(), context.NewGuid(), context.CurrentUtcDateTime));
            return await context.CallActivityAsync<int>("A");
        });
        run.Step();
        run.Step(Done(0, "1"));

        seen.Count.ShouldBe(2);
        seen[0].ShouldBe(seen[1]);
        seen[0].First.ShouldNotBe(seen[0].Second);
        seen[0].Now.ShouldBe(Start.UtcDateTime);
    }

    [Fact]
    public void Only_what_ran_before_is_replaying()
    {
        var seen = new List<bool>();
        var run = new Recording(async context =>
        {
            seen.Add(context.IsReplaying);
            await context.CallActivityAsync<int>("A");
            seen.Add(context.IsReplaying);
            return null;
        });
        run.Step();
        run.Step(Done(0, "1"));

        seen.ShouldBe([false, true, false]);
    }

    [Fact]
    public void Retries_wait_longer_each_time_up_to_the_longest()
    {
        var policy = new RetryPolicy(4, TimeSpan.FromSeconds(1), 10, TimeSpan.FromSeconds(30));
        var run = new Recording(async context => await context.CallActivityAsync<int>("A", null, TaskOptions.FromRetryPolicy(policy)));
        var timers = new List<HistoryEvent>();
        run.Step();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            timers.Add(run.Step(Fails(2 * attempt)).Actions.Single());
            run.Step(new HistoryEvent(HistoryEventKind.TimerFired, Start) { TaskId = (2 * attempt) + 1 });
        }

        var last = run.Step(Fails(6));

        timers.Select(t => t.FireAt - t.At).ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)]);
        last.End!.Kind.ShouldBe(HistoryEventKind.ExecutionFailed);
    }

    [Fact]
    public void No_retry_begins_after_its_time()
    {
        var policy = new RetryPolicy(10, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromSeconds(1));
        var run = new Recording(async context => await context.CallActivityAsync<int>("A", null, TaskOptions.FromRetryPolicy(policy)));
        run.Step();

        var result = run.Step(Fails(0));

        result.End!.Kind.ShouldBe(HistoryEventKind.ExecutionFailed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Work_on_another_thread_is_noticed(bool keepsContext)
    {
        var result = OrchestrationReplay.Run(
            async context =>
            {
                var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var thread = new Thread(foreign.SetResult);
                var rest = Rest(context, foreign.Task);
                thread.Start();
                thread.Join();
                return await rest;
            },
            [],
            First());

        result.Divergence!.ShouldContain("awaited something that is not a task of its context");

        async Task<object?> Rest(TaskOrchestrationContext context, Task foreign)
        {
            await foreign.ConfigureAwait(keepsContext);
            return await context.CallActivityAsync<int>("A");
        }
    }

    [Fact]
    public void An_input_that_is_too_long_fails_its_task()
    {
        var result = OrchestrationReplay.Run(async context => await context.CallActivityAsync<int>("A", new string('a', 32 * 1024)), [], First());

        result.End!.Failure!.InnerFailure!.ErrorMessage.ShouldContain("The input of A is too long: 32770 bytes of JSON");
        result.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_custom_status_that_is_too_long_fails_the_orchestration()
    {
        var result = OrchestrationReplay.Run(
            context =>
            {
                context.SetCustomStatus(new string('ä', 17_000));
                return Task.FromResult<object?>(null);
            },
            [],
            First());

        result.End!.Failure!.ErrorMessage.ShouldContain("32 kB");
    }

    [Fact]
    public void A_history_that_begins_elsewhere_is_refused() =>
        Should.Throw<ArgumentException>(() => OrchestrationReplay.Run(Two, [Done(0, "1")]));

    private static async Task<object?> Two(TaskOrchestrationContext context)
    {
        var first = await context.CallActivityAsync<int>("A", 1);
        var second = await context.CallActivityAsync<int>("B", first);
        return first + second;
    }

    private static HistoryEvent Done(int task, string text) => new(HistoryEventKind.ActivityCompleted, Start) { TaskId = task, Text = text };

    private static HistoryEvent Fails(int task) => new(HistoryEventKind.ActivityFailed, Start)
    {
        TaskId = task,
        Failure = new TaskFailureDetails("Boom", "boom", null, null, null),
    };

    private static HistoryEvent[] First() =>
    [
        new(HistoryEventKind.StepStarted, Start),
        new(HistoryEventKind.ExecutionStarted, Start) { Name = "Sample", InstanceId = "sample", Execution = 1 },
    ];

    /// <summary>Takes steps and keeps the history, each step a minute after the one before.</summary>
    private sealed class Recording(Func<TaskOrchestrationContext, Task<object?>> orchestrator)
    {
        private readonly List<HistoryEvent> history = [];
        private DateTimeOffset now = Start;

        public IReadOnlyList<HistoryEvent> History => history;

        public ReplayResult Step(params HistoryEvent[] events)
        {
            HistoryEvent[] arrived = history.Count == 0 ? First() : [new(HistoryEventKind.StepStarted, now), .. events];
            var result = OrchestrationReplay.Run(orchestrator, history, arrived);
            history.AddRange([.. arrived, .. result.Actions]);
            if (result.End is { } end) history.Add(end);
            now += TimeSpan.FromMinutes(1);
            return result;
        }
    }
}
