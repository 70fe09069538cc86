using SloFunctions.Application.Failures;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class BackFillGapsTests
{
    private static readonly DateTimeOffset End = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemorySliStore store = new InMemorySliStore().Register("a", "b");
    private readonly ConstantTelemetry telemetry = new("a", "b");

    [Fact]
    public async Task An_hour_missing_between_measured_ones_is_read_again_for_the_services_that_lack_it()
    {
        await MeasureAsync("a", -5, -4, -3, -1);
        await MeasureAsync("b", -5, -4, -3, -2, -1);

        (await RunAsync()).ShouldBe(1);

        var request = telemetry.Requests.ShouldHaveSingleItem();
        request.Window.ShouldBe(new TimeWindow(End.AddHours(-2), End.AddHours(-1)));
        request.Only!.Select(s => s.Value).ShouldBe(["a"]);
        store.Stored.Single(s => s.Service == "a" && s.Sli.Hour == End.AddHours(-2)).Sli.Counts.Total.ShouldBe(100);
    }

    [Fact]
    public async Task Hours_after_the_last_measured_one_are_no_gap_yet()
    {
        await MeasureAsync("a", -5, -4);

        (await RunAsync()).ShouldBe(0);

        telemetry.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outage_of_the_whole_fleet_is_read_again_in_one_piece_once_measurements_resume()
    {
        await MeasureAsync("a", -9, -1);
        await MeasureAsync("b", -8, -1);

        (await RunAsync()).ShouldBe(7 + 6);

        telemetry.Requests.ShouldHaveSingleItem().Window.ShouldBe(new TimeWindow(End.AddHours(-8), End.AddHours(-1)));
    }

    [Fact]
    public async Task A_source_that_has_nothing_for_an_hour_is_asked_once()
    {
        store.Register("silent");
        await MeasureAsync("silent", -5, -3, -1);

        (await RunAsync()).ShouldBe(0);
        (await RunAsync()).ShouldBe(0);

        telemetry.Requests.Select(r => r.Window.Start).ShouldBe([End.AddHours(-4), End.AddHours(-2)]);
    }

    [Fact]
    public async Task Hours_that_are_there_already_are_not_replaced()
    {
        telemetry.GivesOthers = true;
        await MeasureAsync("a", -3, -1);
        await MeasureAsync("b", -3, -2, -1);

        await RunAsync();

        store.Stored.Where(s => s.Service == "b").ShouldAllBe(s => s.Sli.Counts.Total == 1);
    }

    [Theory]
    [InlineData(48, 1)]
    [InlineData(8, 0)]
    [InlineData(0, 0)]
    public async Task Gaps_are_looked_for_as_far_back_as_the_policy_says(int hours, int requests)
    {
        await MeasureAsync("a", -11, -9, -8, -7, -6, -5, -4, -3, -2, -1);

        await RunAsync(TimeSpan.FromHours(hours));

        telemetry.Requests.Count.ShouldBe(requests);
    }

    [Fact]
    public async Task The_gap_at_the_edge_of_the_look_back_is_still_seen()
    {
        await MeasureAsync("a", -9, -7, -6, -5, -4, -3, -2, -1);

        await RunAsync(TimeSpan.FromHours(8));

        telemetry.Requests.ShouldHaveSingleItem().Window.Start.ShouldBe(End.AddHours(-8));
    }

    [Fact]
    public async Task A_long_outage_takes_several_runs_of_a_day_each()
    {
        await MeasureAsync("a", -41, -1);

        (await RunAsync()).ShouldBe(24);
        (await RunAsync()).ShouldBe(15);
        (await RunAsync()).ShouldBe(0);

        telemetry.Requests.Select(r => r.Window.Hours).ShouldBe([24, 15]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_run_that_fails_midway_is_completed_by_the_next(int calls)
    {
        await MeasureAsync("a", -7, -5, -4, -2, -1);
        store.CallsUntilFailure = calls - 1;
        store.Failure = new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        await Should.ThrowAsync<DependencyUnavailableException>(() => RunAsync());
        store.CallsUntilFailure = null;

        await RunAsync();

        store.Stored.Count(s => s.Service == "a").ShouldBe(7);
    }

    private Task<int> RunAsync(TimeSpan? lookback = null) =>
        new BackFillGaps(telemetry, store, new AggregationPolicy { GapLookback = lookback ?? TimeSpan.FromHours(48) })
            .HandleAsync(End, CancellationToken.None);

    private Task<int> MeasureAsync(string service, params int[] hours) => store.StoreAsync(
        [.. hours.Select(h => new ServiceHour(ServiceId.Of(service), new HourlySli(End.AddHours(h), new SliCounts(1, 1), null, null)))],
        CancellationToken.None);
}
