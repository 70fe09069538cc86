using SloFunctions.Application.Failures;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Application.Tests.Impact;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Reliability;

public sealed class ReadServiceAvailabilitiesTests
{
    [Fact]
    public async Task Availabilities_follow_from_graph_telemetry_and_SLOs()
    {
        var landscape = await (await Platform.OpenAsync()).Availabilities.HandleAsync(CancellationToken.None);

        int payment = Enumerable.Range(0, landscape.Graph.Services.Count).Single(i => landscape.NameOf(i) == "payment");
        landscape.Targets[payment].ShouldBe(0.999);
        landscape.Availabilities.Services[payment].Achieved.ShouldBe(0.9985);
        landscape.Availabilities.Services[payment].SelfAvailability.ShouldBe(0.9985 / 0.9995, 1e-15);
        landscape.Window.End.ShouldBe(Platform.Through);
        landscape.Window.Hours.ShouldBe(28 * 24);
    }

    [Fact]
    public async Task Nothing_is_computed_anew_until_something_changes()
    {
        var platform = await Platform.OpenAsync();
        var first = await platform.Availabilities.HandleAsync(CancellationToken.None);
        (await platform.Availabilities.HandleAsync(CancellationToken.None)).ShouldBeSameAs(first);

        platform.Slos.Activate("bank", 0.999);
        var withSlo = await platform.Availabilities.HandleAsync(CancellationToken.None);
        withSlo.ShouldNotBeSameAs(first);

        await platform.IngestAsync("""{"source":"manual","edges":[{"source":"lonely","target":"bank"}]}""");
        var withEdge = await platform.Availabilities.HandleAsync(CancellationToken.None);
        withEdge.ShouldNotBeSameAs(withSlo);

        await platform.Telemetry.AdvanceAsync(Platform.Through.AddHours(1), CancellationToken.None);
        (await platform.Availabilities.HandleAsync(CancellationToken.None)).Window.End.ShouldBe(Platform.Through.AddHours(1));
    }

    [Fact]
    public async Task Changed_SLOs_alone_may_be_told_later_to_whoever_does_not_mind()
    {
        var platform = await Platform.OpenAsync();
        var minute = TimeSpan.FromMinutes(1);
        var first = await platform.Availabilities.HandleAsync(minute, CancellationToken.None);

        platform.Slos.Activate("bank", 0.999);
        platform.Clock.Advance(minute - TimeSpan.FromTicks(1));
        (await platform.Availabilities.HandleAsync(minute, CancellationToken.None)).ShouldBeSameAs(first);
        platform.Clock.Advance(TimeSpan.FromTicks(1));
        var second = await platform.Availabilities.HandleAsync(minute, CancellationToken.None);
        second.ShouldNotBeSameAs(first);

        platform.Slos.Activate("bank", 0.99);
        var present = await platform.Availabilities.HandleAsync(CancellationToken.None);
        present.ShouldNotBeSameAs(second);
        (await platform.Availabilities.HandleAsync(minute, CancellationToken.None)).ShouldBeSameAs(present);
    }

    [Fact]
    public async Task Before_the_first_aggregation_the_window_ends_with_the_last_full_hour_and_nothing_is_computed_anew_within_it()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 31, 12, 5, 0, TimeSpan.Zero));
        var telemetry = new InMemorySliStore();
        var (graphs, slos, priors) = (new InMemoryGraphStore(), new InMemoryActiveSlos(), new InMemoryFleetPriors());
        var availabilities = new ReadServiceAvailabilities(
            new InMemoryLandscapeVersions(graphs, telemetry, slos, priors), graphs, telemetry, slos, priors, new RecommendationPolicy(), clock);
        var first = await availabilities.HandleAsync(CancellationToken.None);
        first.Window.End.ShouldBe(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));

        clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        (await availabilities.HandleAsync(CancellationToken.None)).ShouldBeSameAs(first);

        clock.Advance(TimeSpan.FromTicks(1));
        (await availabilities.HandleAsync(CancellationToken.None)).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task An_aggregation_that_lags_far_leaves_a_gap_at_the_end_of_the_window()
    {
        var platform = await Platform.OpenAsync();
        platform.Clock.Advance(TimeSpan.FromDays(2));

        (await platform.Availabilities.HandleAsync(CancellationToken.None)).Window.End.ShouldBe(Platform.Through.AddDays(2));
    }

    [Fact]
    public async Task A_database_that_is_down_is_told_and_asked_again()
    {
        var platform = await Platform.OpenAsync();
        platform.Telemetry.Failure = new DependencyUnavailableException("postgresql", TimeSpan.FromSeconds(5), null);
        platform.Telemetry.CallsUntilFailure = 1;

        await Should.ThrowAsync<DependencyUnavailableException>(() => platform.Availabilities.HandleAsync(CancellationToken.None));
        platform.Telemetry.CallsUntilFailure = null;
        (await platform.Availabilities.HandleAsync(CancellationToken.None)).Graph.Services.Count.ShouldBe(11);
    }
}
