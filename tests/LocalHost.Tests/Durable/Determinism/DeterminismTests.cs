using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Durable.Replay;

namespace LocalHost.Tests.Durable.Determinism;

public sealed class DeterminismTests(DurableDatabaseFixture database) : IClassFixture<DurableDatabaseFixture>
{
    public static TheoryData<string> Orchestrators => [.. OrchestratorCode.OfTheApp.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_orchestrator_has_a_recorded_history_and_every_history_an_orchestrator() =>
        RecordedHistory.Names.ShouldBe(
            OrchestratorCode.OfTheApp.Keys, ignoreOrder: true, "SLO_UPDATE_GOLDEN=1 with EndToEnd.Tests, RecordHistories, writes them.");

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void An_orchestrator_of_the_app_does_again_what_its_history_says(string orchestrator)
    {
        foreach (var (file, history) in RecordedHistory.Of(orchestrator))
        {
            history[1].Name.ShouldBe(orchestrator, file);
            history[^1].Kind.ShouldBeOneOf(HistoryEventKind.ExecutionCompleted, HistoryEventKind.ContinuedAsNew, HistoryEventKind.ExecutionFailed);
            OrchestrationReplay.Run(OrchestratorCode.OfTheApp[orchestrator], history).Divergence.ShouldBeNull(file);
        }
    }

    [Theory]
    [MemberData(nameof(Orchestrators))]
    public void A_clock_or_a_random_id_in_any_call_of_an_orchestrator_of_the_app_is_noticed(string orchestrator)
    {
        foreach (var (file, history) in RecordedHistory.Of(orchestrator)) ShouldNoticeEach(OrchestratorCode.OfTheApp[orchestrator], history, file);
    }

    [Fact]
    public async Task The_probe_does_again_what_it_did_on_a_real_host()
    {
        var history = await RecordAsync();

        var kept = HistoryJson.Read(HistoryJson.Write(history));

        history.Select(e => e.Kind).ShouldContain(HistoryEventKind.TimerFired);
        OrchestrationReplay.Run(Steady, history).Divergence.ShouldBeNull();
        OrchestrationReplay.Run(Steady, kept).Divergence.ShouldBeNull();
        ShouldNoticeEach(Steady, kept, "Steady");
    }

    [Fact]
    public async Task A_copy_with_a_mistake_in_it_is_noticed_with_the_event_at_which_it_differs()
    {
        var history = await RecordAsync();

        Divergence(ProbeOrchestrations.ClockAsInputAsync).ShouldContain("ActivityScheduled \"Length\"");
        Divergence(ProbeOrchestrations.RandomIdAsync).ShouldContain("SubOrchestrationScheduled \"SteadyPart\"");
        Divergence(ProbeOrchestrations.ClockAsTimerAsync).ShouldContain("TimerCreated");
        Divergence(ProbeOrchestrations.ClockAsBranchAsync).ShouldContain("ActivityScheduled \"Length\" with \"last\"");

        string Divergence(Func<TaskOrchestrationContext, Task<object?>> copy)
        {
            string text = OrchestrationReplay.Run(copy, history).Divergence.ShouldNotBeNull();
            text.ShouldMatch("event [0-9]+ of the history is");
            return text;
        }
    }

    private static async Task<object?> Steady(TaskOrchestrationContext context) => await ProbeOrchestrations.SteadyAsync(context);

    private static void ShouldNoticeEach(Func<TaskOrchestrationContext, Task<object?>> code, IReadOnlyList<HistoryEvent> history, string because)
    {
        // Each attempt at a retried activity is an event of its own, but one call.
        int calls = history.Count(e => e.Kind is HistoryEventKind.ActivityScheduled or HistoryEventKind.SubOrchestrationScheduled or HistoryEventKind.TimerCreated);
        for (int at = 0; at < calls; at++)
        {
            TamperedContext? tampered = null;
            var result = OrchestrationReplay.Run(context => code(tampered = new TamperedContext(context, at)), history);
            if (!tampered!.HasTampered && at > 0) return;
            result.Divergence.ShouldNotBeNull($"{because}, call {at}").ShouldMatch("event [0-9]+ of the history is");
        }
    }

    private async Task<IReadOnlyList<HistoryEvent>> RecordAsync()
    {
        var setup = new HostSetup { Args = [$"--Database:ConnectionString={database.ConnectionString}"] };
        await using var host = await RunningHost.StartAsync(setup, typeof(ProbeOrchestrations));
        var end = await host.RunAsync("Steady");
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed, end.FailureDetails?.ErrorMessage);
        return await host.Orchestrations().GetHistoryAsync(end.InstanceId, CancellationToken.None);
    }
}
