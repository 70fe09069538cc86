using Microsoft.DurableTask;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregationTests : IDisposable
{
    private static readonly DateTimeOffset Noon = AggregationScene.Noon;
    private static readonly DateTimeOffset Horizon = Noon.AddDays(-30);

    private readonly AggregationScene scene = new("a", "b", "unregistered");

    private InMemorySliStore Store => scene.Store;

    private ConstantTelemetry Telemetry => scene.Telemetry;

    private FakeClock Clock => scene.Clock;

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Without_registered_services_nothing_is_read_or_marked()
    {
        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon, 0, 0));
        Telemetry.Requests.ShouldBeEmpty();
        Store.Through.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_run_reads_the_whole_history_day_by_day()
    {
        Store.Register("a", "b");

        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon, 2 * 720, 2));
        Telemetry.Requests.Count.ShouldBe(30);
        Telemetry.Requests.ShouldAllBe(r => r.Window.Hours == 24 && r.Only!.Count == 2);
        Telemetry.Requests[0].Window.Start.ShouldBe(Horizon);
        Telemetry.Requests.Zip(Telemetry.Requests.Skip(1)).ShouldAllBe(pair => pair.First.Window.End == pair.Second.Window.Start);
        Telemetry.Requests[^1].Window.End.ShouldBe(Noon);
        Store.Stored.Count.ShouldBe(2 * 720);
        Store.Through.ShouldBe(Noon);
        Store.FilledSince("a").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_later_run_reads_only_the_hours_since()
    {
        Store.Register("a");
        await RunAsync();
        Clock.Advance(TimeSpan.FromHours(2));

        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon.AddHours(2), 2, 0));
        Telemetry.Requests[^1].Window.ShouldBe(new TimeWindow(Noon, Noon.AddHours(2)));
        Telemetry.Requests[^1].Only.ShouldBeNull();
        Store.Stored.Count.ShouldBe(722);
    }

    [Fact]
    public async Task A_run_repeated_within_the_hour_reads_and_changes_nothing()
    {
        Store.Register("a");
        await RunAsync();
        var before = Store.Stored;
        int requests = Telemetry.Requests.Count;
        Clock.Advance(TimeSpan.FromMinutes(50));

        (await RunAsync()).HoursStored.ShouldBe(0);

        Telemetry.Requests.Count.ShouldBe(requests);
        Store.Stored.ShouldBe(before);
    }

    [Fact]
    public async Task A_service_registered_later_gets_its_own_history_only()
    {
        Store.Register("a");
        await RunAsync();
        int requests = Telemetry.Requests.Count;
        Store.Register("b");

        var report = await RunAsync();

        report.ServicesFilled.ShouldBe(1);
        report.HoursStored.ShouldBe(720);
        Telemetry.Requests.Skip(requests).ShouldAllBe(r => r.Only!.Single().Value == "b");
        Store.Stored.Count(s => s.Service == "b").ShouldBe(720);
        Store.FilledSince("b").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_source_that_gives_others_as_well_does_not_get_them_Stored()
    {
        Store.Register("a");
        await RunAsync();
        int requests = Telemetry.Requests.Count;
        Telemetry.GivesOthers = true;
        Store.Register([.. Enumerable.Range(0, 101).Select(i => $"silent{i}")]).Register("b");

        var report = await RunAsync();

        Telemetry.Requests.Skip(requests).ShouldAllBe(r => r.Only!.Count == 102);
        report.HoursStored.ShouldBe(720);
        report.ServicesFilled.ShouldBe(102);
    }

    [Fact]
    public async Task A_long_pause_is_caught_up_day_by_day()
    {
        Store.Register("a");
        await RunAsync();
        int requests = Telemetry.Requests.Count;
        Clock.Advance(TimeSpan.FromHours(60));

        await RunAsync();

        Telemetry.Requests.Skip(requests).Select(r => r.Window.Hours).ShouldBe([24, 24, 12]);
        Store.Through.ShouldBe(Noon.AddHours(60));
        Store.Stored.Count.ShouldBe(780);
    }

    [Fact]
    public async Task A_pause_longer_than_the_history_is_caught_up_from_its_horizon()
    {
        Store.Register("a");
        await RunAsync();
        int requests = Telemetry.Requests.Count;
        Clock.Advance(TimeSpan.FromDays(45));

        await RunAsync();

        Telemetry.Requests.Skip(requests).First().Window.Start.ShouldBe(Noon.AddDays(15));
        Store.Through.ShouldBe(Noon.AddDays(45));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    public async Task A_first_run_that_fails_midway_is_completed_by_the_next(int calls)
    {
        Store.Register("a", "b");
        Store.CallsUntilFailure = calls;
        Store.Failure = new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        (await Should.ThrowAsync<TaskFailedException>(RunAsync)).FailureDetails.ErrorType.ShouldBe(typeof(DependencyUnavailableException).FullName);
        Store.CallsUntilFailure = null;

        await RunAsync();

        Store.Stored.Count.ShouldBe(2 * 720);
        Store.Through.ShouldBe(Noon);
        Store.FilledSince("b").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_catch_up_that_fails_midway_goes_on_where_it_stopped()
    {
        Store.Register("a");
        await RunAsync();
        Clock.Advance(TimeSpan.FromDays(5));
        Store.CallsUntilFailure = 6; // The plan, two days, their mark, and the counts of a third without its own.
        await Should.ThrowAsync<TaskFailedException>(RunAsync);
        Store.CallsUntilFailure = null;
        Store.Through.ShouldBe(Noon.AddDays(2));
        int requests = Telemetry.Requests.Count;

        await RunAsync();

        Telemetry.Requests.Skip(requests).First().Window.Start.ShouldBe(Noon.AddDays(2));
        Store.Stored.Count.ShouldBe(720 + 120);
        Store.Through.ShouldBe(Noon.AddDays(5));
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(119, -1)]
    [InlineData(120, 0)]
    [InlineData(3719, 0)]
    [InlineData(3720, 1)]
    public async Task An_hour_is_read_once_it_has_settled_for_two_minutes(int secondsPastNoon, int hoursPastNoon)
    {
        using var early = new AggregationScene("a") { Clock = new FakeClock(Noon.AddSeconds(secondsPastNoon)) };
        early.Store.Register("a");

        (await early.RunAsync()).Through.ShouldBe(Noon.AddHours(hoursPastNoon));
    }

    [Fact]
    public async Task The_history_is_as_long_as_the_policy_says()
    {
        using var longer = new AggregationScene("a") { Policy = new AggregationPolicy { HistoryDays = 90, SettleTime = TimeSpan.Zero } };
        longer.Store.Register("a");

        await longer.RunAsync();

        longer.Store.Stored.Count.ShouldBe(90 * 24);
    }

    [Fact]
    public async Task A_cancelled_run_marks_nothing_as_read()
    {
        Store.Register("a");

        await Should.ThrowAsync<OperationCanceledException>(() => scene.RunAsync(new CancellationToken(true)));

        Store.FilledSince("a").ShouldBeNull();
        Store.Through.ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_is_registered_while_a_run_is_at_work_is_read_by_the_next()
    {
        Store.Register("a");
        Telemetry.BeforeAnswering = _ => Store.Register("b");

        (await RunAsync()).ServicesFilled.ShouldBe(1);
        Store.FilledSince("b").ShouldBeNull();
        (await RunAsync()).ServicesFilled.ShouldBe(1);

        Store.Stored.Count(s => s.Service == "b").ShouldBe(720);
    }

    [Fact]
    public async Task What_a_run_left_behind_does_not_mark_services_of_the_next()
    {
        Store.Register("a");
        var first = Clock.GetUtcNow();
        await Store.PlanHistoriesAsync(first, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Store.PlanHistoriesAsync(Clock.GetUtcNow(), CancellationToken.None);

        await new FinishHistories(Store).HandleAsync(new AggregationPlan(first, Horizon, Noon, 1, null), CancellationToken.None);

        Store.FilledSince("a").ShouldBeNull();
    }

    [Fact]
    public async Task Every_activity_that_is_done_twice_leaves_what_one_leaves()
    {
        Store.Register("a", "b");
        using var once = new AggregationScene("a", "b", "unregistered");
        once.Store.Register("a", "b");
        var expected = await once.RunAsync();

        scene.Repeats = true;
        var report = await RunAsync();

        report.ShouldBe(expected);
        Store.Stored.ShouldBe(once.Store.Stored);
        (Store.Through, Store.FilledSince("a"), scene.Aggregates.Through).ShouldBe((Noon, Horizon, Noon));
        scene.Called.ShouldBe(once.Called);
    }

    [Fact]
    public async Task An_hour_of_all_services_takes_one_request_and_five_windows()
    {
        Store.Register("a", "b");
        await RunAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        await RunAsync();

        scene.Called.ShouldBe(
        [
            "PlanAggregation", "StoreDay", "AdvanceCounts", "PlanIndicators", .. Enumerable.Repeat("ComputeWindow", 5), "CompleteAggregation", "FitFleetPrior", "ApplyRetention",
        ]);
    }

    private Task<AggregationReport> RunAsync() => scene.RunAsync();
}
