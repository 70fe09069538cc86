using SloFunctions.Application.Drift;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Drift;

public sealed class DriftSweepTests
{
    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task A_step_of_a_fifth_is_found_within_half_an_hour_and_told_once()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = Step("checkout", scene.Clock.GetUtcNow(), 1.2);

        (await scene.UntilDriftAsync(HalfAnHour)).ShouldNotBeNull();
        (await scene.UntilDriftAsync(TimeSpan.FromHours(6))).ShouldBeNull();

        var entry = scene.Store.Audit.ShouldHaveSingleItem();
        (entry.Service.Value, entry.Action, entry.Actor).ShouldBe(("checkout", AuditAction.DriftTriggered, "system:drift"));
        entry.Rationale.ShouldNotBeNull().ShouldContain("above its usual level");
        entry.Details.ShouldNotBeNull().ShouldContain("page_hinkley");
        (scene.StateOf("checkout"), scene.StateOf("payment")).ShouldBe((DriftState.Drifted, DriftState.Stable));
    }

    [Fact]
    public async Task A_rise_of_failures_is_a_drift_of_its_own()
    {
        var scene = await DriftScene.OpenAsync();
        var since = scene.Clock.GetUtcNow();
        scene.Telemetry.ErrorRatio = (service, time) => service == "checkout" && time >= since ? 0.02 : 0;

        (await scene.UntilDriftAsync(HalfAnHour)).ShouldNotBeNull();

        scene.Store.Audit.ShouldHaveSingleItem().Rationale.ShouldNotBeNull().ShouldContain("share of failed requests");
        (scene.StateOf("checkout", DriftSignal.ErrorRatio), scene.StateOf("checkout")).ShouldBe((DriftState.Drifted, DriftState.Stable));
    }

    [Fact]
    public async Task What_comes_back_after_a_few_minutes_is_no_drift()
    {
        var scene = await DriftScene.OpenAsync();
        var since = scene.Clock.GetUtcNow();
        scene.Telemetry.Latency = (_, time) => time >= since && time < since.AddMinutes(10) ? 1.5 : 1;

        (await scene.UntilDriftAsync(TimeSpan.FromHours(2))).ShouldBeNull();
    }

    [Fact]
    public async Task The_way_back_is_told_as_well_and_what_is_usual_is_learnt_again_a_day_later()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = Step("checkout", scene.Clock.GetUtcNow(), 1.3);
        (await scene.UntilDriftAsync(HalfAnHour)).ShouldNotBeNull();
        scene.Clock.Advance(TimeSpan.FromHours(5));
        await scene.RunAsync();
        scene.Telemetry.Latency = Step("checkout", scene.Clock.GetUtcNow(), 1);
        var slow = DriftScene.Noon;
        var back = scene.Clock.GetUtcNow();
        scene.Telemetry.Latency = (service, time) => service == "checkout" && time >= slow && time < back ? 1.3 : 1;

        (await scene.UntilDriftAsync(HalfAnHour)).ShouldNotBeNull();
        scene.Store.Audit[^1].Rationale.ShouldNotBeNull().ShouldContain("below its usual level");
        scene.Clock.Advance(TimeSpan.FromHours(30));
        await scene.RunAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(5));
        await scene.RunAsync();

        scene.StateOf("checkout").ShouldBe(DriftState.Stable);
        scene.Store.Baselines[(ServiceId.Of("checkout"), DriftSignal.Latency)].Baseline.IsProvisional.ShouldBeFalse();
        scene.Store.Audit.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_instances_at_once_tell_it_once()
    {
        var store = new InMemoryDrift().Register(isCritical: true, "checkout");
        var scene = await DriftScene.OpenAsync(store);
        scene.Telemetry.Latency = Step("checkout", DriftScene.Noon.AddMinutes(-25), 1.3);
        // The other one comes to its end after this one has judged.
        bool isFirst = true;
        store.BeforeConfirming = _ =>
        {
            if (!isFirst) return;
            isFirst = false;
            scene.RunAsync().GetAwaiter().GetResult().Drifts.ShouldBe(1);
        };

        (await scene.RunAsync()).Drifts.ShouldBe(0);

        store.Audit.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_run_that_is_killed_before_a_drift_took_effect_leaves_it_to_the_next()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = Step("checkout", DriftScene.Noon.AddMinutes(-25), 1.3);
        using var death = new CancellationTokenSource();
        scene.Store.BeforeConfirming = _ =>
        {
            death.Cancel();
            death.Token.ThrowIfCancellationRequested();
        };
        await Should.ThrowAsync<OperationCanceledException>(() => scene.RunAsync(death.Token));
        scene.Store.Audit.ShouldBeEmpty();

        scene.Store.BeforeConfirming = null;
        (await scene.RunAsync()).Drifts.ShouldBe(1);

        scene.Store.Audit.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_drift_that_cannot_be_noted_does_not_stop_the_others_and_is_found_again()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = (_, time) => time >= DriftScene.Noon.AddMinutes(-25) ? 1.3 : 1;
        scene.Store.BeforeConfirming = drift =>
        {
            if (drift.State.Service.Value == "checkout") throw new InvalidOperationException();
        };
        scene.Clock.Advance(TimeSpan.FromMinutes(15));

        var report = (await scene.RunAsync());
        (report.Failed, report.Drifts).ShouldBe((1, 1));
        scene.Store.BeforeConfirming = null;
        (await scene.RunAsync()).Drifts.ShouldBe(1);

        scene.Store.Audit.Select(e => e.Service.Value).ShouldBe(["payment", "checkout"]);
    }

    [Fact]
    public async Task Services_that_the_metric_store_does_not_tell_of_do_not_stop_the_others()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = (_, time) => time >= DriftScene.Noon.AddMinutes(-15) ? 1.3 : 1;
        scene.Telemetry.Answers = services => services.All(s => s.Value != "checkout");
        scene.Clock.Advance(TimeSpan.FromMinutes(15));

        var report = (await scene.RunAsync());

        (report.Evaluated, report.Failed, report.Drifts).ShouldBe((1, 1, 1));
        scene.Store.Audit.ShouldHaveSingleItem().Service.Value.ShouldBe("payment");
        scene.StateOf("checkout").ShouldBe(DriftState.NoBaseline);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(13, 1)]
    [InlineData(14, 2)]
    [InlineData(15, 2)]
    public async Task Critical_services_are_in_every_run_and_the_others_in_every_third(int minutes, int expected)
    {
        var scene = await DriftScene.OpenAsync();

        scene.Clock.Advance(TimeSpan.FromMinutes(minutes));

        (await scene.RunAsync()).Evaluated.ShouldBe(expected);
    }

    [Fact]
    public async Task A_silent_service_has_neither_drifted_nor_a_baseline()
    {
        var store = new InMemoryDrift().Register(isCritical: true, "checkout", "silent");
        var scene = await DriftScene.OpenAsync(store);
        scene.Telemetry.Latency = (service, _) => service == "silent" ? double.NaN : 1;
        var quiet = new InMemoryDrift().Register(isCritical: true, "silent");

        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.RunAsync();

        scene.StateOf("silent").ShouldBe(DriftState.NoData);
        quiet.Baselines.ShouldBeEmpty();
        store.Audit.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_activity_that_is_done_twice_tells_a_drift_once()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = Step("checkout", DriftScene.Noon.AddMinutes(-25), 1.3);
        scene.Clock.Advance(TimeSpan.FromMinutes(15));
        scene.Repeats = true;

        var report = await scene.RunAsync();

        (report.Evaluated, report.Failed, report.Left).ShouldBe((2, 0, 0));
        scene.Store.Audit.ShouldHaveSingleItem();
        scene.Store.Queued.ShouldBe(0);
    }

    [Fact]
    public async Task A_part_of_which_nobody_knows_who_is_due_does_not_stop_the_others()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Telemetry.Latency = (_, time) => time >= DriftScene.Noon.AddMinutes(-15) ? 1.3 : 1;
        scene.Store.BeforeListing = partition =>
        {
            if (partition.IsCritical) throw new InvalidOperationException("poisoned");
        };
        scene.Clock.Advance(TimeSpan.FromMinutes(15));

        var report = await scene.RunAsync();

        (report.Evaluated, report.Drifts).ShouldBe((1, 1));
        scene.Store.Audit.ShouldHaveSingleItem().Service.Value.ShouldBe("payment");
    }

    [Fact]
    public async Task What_there_is_no_time_for_is_left_to_the_next_run()
    {
        var scene = await DriftScene.OpenAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(15));
        scene.Telemetry.Answers = _ =>
        {
            scene.Clock.Advance(scene.Policy.RunTime);
            return true;
        };

        var report = await scene.RunAsync();

        // Critical services come first.
        (report.Evaluated, report.Left).ShouldBe((1, 1));
        scene.Telemetry.Answers = _ => true;
        (await scene.RunAsync()).Evaluated.ShouldBe(2);
    }

    private static Func<string, DateTimeOffset, double> Step(string drifting, DateTimeOffset since, double times) =>
        (service, time) => service == drifting && time >= since ? times : 1;
}
