using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregateSlisTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Horizon = Noon.AddDays(-30);

    private readonly InMemorySliStore store = new();
    private readonly ConstantTelemetry telemetry = new("a", "b", "unregistered");
    private readonly FakeClock clock = new(Noon.AddMinutes(5));

    [Fact]
    public async Task Without_registered_services_nothing_is_read_or_marked()
    {
        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon, 0, 0));
        telemetry.Requests.ShouldBeEmpty();
        store.Through.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_run_reads_the_whole_history_day_by_day()
    {
        store.Register("a", "b");

        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon, 2 * 720, 2));
        telemetry.Requests.Count.ShouldBe(30);
        telemetry.Requests.ShouldAllBe(r => r.Window.Hours == 24 && r.Only!.Count == 2);
        telemetry.Requests[0].Window.Start.ShouldBe(Horizon);
        telemetry.Requests.Zip(telemetry.Requests.Skip(1)).ShouldAllBe(pair => pair.First.Window.End == pair.Second.Window.Start);
        telemetry.Requests[^1].Window.End.ShouldBe(Noon);
        store.Stored.Count.ShouldBe(2 * 720);
        store.Through.ShouldBe(Noon);
        store.FilledSince("a").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_later_run_reads_only_the_hours_since()
    {
        store.Register("a");
        await RunAsync();
        clock.Advance(TimeSpan.FromHours(2));

        var report = await RunAsync();

        report.ShouldBe(new AggregationReport(Noon.AddHours(2), 2, 0));
        telemetry.Requests[^1].Window.ShouldBe(new TimeWindow(Noon, Noon.AddHours(2)));
        telemetry.Requests[^1].Only.ShouldBeNull();
        store.Stored.Count.ShouldBe(722);
    }

    [Fact]
    public async Task A_run_repeated_within_the_hour_reads_and_changes_nothing()
    {
        store.Register("a");
        await RunAsync();
        var before = store.Stored;
        int requests = telemetry.Requests.Count;
        clock.Advance(TimeSpan.FromMinutes(50));

        (await RunAsync()).HoursStored.ShouldBe(0);

        telemetry.Requests.Count.ShouldBe(requests);
        store.Stored.ShouldBe(before);
    }

    [Fact]
    public async Task A_service_registered_later_gets_its_own_history_only()
    {
        store.Register("a");
        await RunAsync();
        int requests = telemetry.Requests.Count;
        store.Register("b");

        var report = await RunAsync();

        report.ServicesFilled.ShouldBe(1);
        report.HoursStored.ShouldBe(720);
        telemetry.Requests.Skip(requests).ShouldAllBe(r => r.Only!.Single().Value == "b");
        store.Stored.Count(s => s.Service == "b").ShouldBe(720);
        store.FilledSince("b").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_source_that_gives_others_as_well_does_not_get_them_stored()
    {
        store.Register("a");
        await RunAsync();
        int requests = telemetry.Requests.Count;
        telemetry.GivesOthers = true;
        store.Register([.. Enumerable.Range(0, 101).Select(i => $"silent{i}")]).Register("b");

        var report = await RunAsync();

        telemetry.Requests.Skip(requests).ShouldAllBe(r => r.Only!.Count == 102);
        report.HoursStored.ShouldBe(720);
        report.ServicesFilled.ShouldBe(102);
    }

    [Fact]
    public async Task A_long_pause_is_caught_up_day_by_day()
    {
        store.Register("a");
        await RunAsync();
        int requests = telemetry.Requests.Count;
        clock.Advance(TimeSpan.FromHours(60));

        await RunAsync();

        telemetry.Requests.Skip(requests).Select(r => r.Window.Hours).ShouldBe([24, 24, 12]);
        store.Through.ShouldBe(Noon.AddHours(60));
        store.Stored.Count.ShouldBe(780);
    }

    [Fact]
    public async Task A_pause_longer_than_the_history_is_caught_up_from_its_horizon()
    {
        store.Register("a");
        await RunAsync();
        int requests = telemetry.Requests.Count;
        clock.Advance(TimeSpan.FromDays(45));

        await RunAsync();

        telemetry.Requests.Skip(requests).First().Window.Start.ShouldBe(Noon.AddDays(15));
        store.Through.ShouldBe(Noon.AddDays(45));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(32)]
    public async Task A_first_run_that_fails_midway_is_completed_by_the_next(int calls)
    {
        store.Register("a", "b");
        store.CallsUntilFailure = calls;
        store.Failure = new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        await Should.ThrowAsync<DependencyUnavailableException>(RunAsync);
        store.CallsUntilFailure = null;

        await RunAsync();

        store.Stored.Count.ShouldBe(2 * 720);
        store.Through.ShouldBe(Noon);
        store.FilledSince("b").ShouldBe(Horizon);
    }

    [Fact]
    public async Task A_catch_up_that_fails_midway_goes_on_where_it_stopped()
    {
        store.Register("a");
        await RunAsync();
        clock.Advance(TimeSpan.FromDays(5));
        store.CallsUntilFailure = 6; // The state, two days, and the counts of a third without its mark.
        await Should.ThrowAsync<InvalidOperationException>(RunAsync);
        store.CallsUntilFailure = null;
        store.Through.ShouldBe(Noon.AddDays(2));
        int requests = telemetry.Requests.Count;

        await RunAsync();

        telemetry.Requests.Skip(requests).First().Window.Start.ShouldBe(Noon.AddDays(2));
        store.Stored.Count.ShouldBe(720 + 120);
        store.Through.ShouldBe(Noon.AddDays(5));
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(119, -1)]
    [InlineData(120, 0)]
    [InlineData(3719, 0)]
    [InlineData(3720, 1)]
    public async Task An_hour_is_read_once_it_has_settled_for_two_minutes(int secondsPastNoon, int hoursPastNoon)
    {
        store.Register("a");
        var useCase = new AggregateSlis(telemetry, store, new AggregationPolicy(), new FakeClock(Noon.AddSeconds(secondsPastNoon)));

        (await useCase.HandleAsync(CancellationToken.None)).Through.ShouldBe(Noon.AddHours(hoursPastNoon));
    }

    [Fact]
    public async Task The_history_is_as_long_as_the_policy_says()
    {
        store.Register("a");

        await new AggregateSlis(telemetry, store, new AggregationPolicy { HistoryDays = 90, SettleTime = TimeSpan.Zero }, clock)
            .HandleAsync(CancellationToken.None);

        store.Stored.Count.ShouldBe(90 * 24);
    }

    [Fact]
    public async Task A_cancelled_run_marks_nothing_as_read()
    {
        store.Register("a");

        await Should.ThrowAsync<OperationCanceledException>(() => Aggregation().HandleAsync(new CancellationToken(true)));

        store.FilledSince("a").ShouldBeNull();
        store.Through.ShouldBeNull();
    }

    private Task<AggregationReport> RunAsync() => Aggregation().HandleAsync(CancellationToken.None);

    private AggregateSlis Aggregation() => new(telemetry, store, new AggregationPolicy(), clock);
}
