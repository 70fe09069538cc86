using SloFunctions.Application.Graph;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Graph;

public sealed class AgeGraphTests
{
    private readonly InMemoryGraphStore store = new();
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_is_silent_for_longer_than_the_window_no_longer_counts_and_callers_are_computed_anew()
    {
        await IngestAsync("a", "b");
        clock.Advance(TimeSpan.FromHours(2));
        await IngestAsync("b", "c");
        var aging = new AgeGraph(store, new GraphPolicy { StalenessWindow = TimeSpan.FromHours(3) }, clock);
        (await aging.HandleAsync(CancellationToken.None)).ShouldBe(0);

        clock.Advance(TimeSpan.FromHours(1.5));
        (await aging.HandleAsync(CancellationToken.None)).ShouldBe(1);

        (await store.ReadCurrentAsync(CancellationToken.None)).Graph.Dependencies.Count.ShouldBe(1);
        store.Expired[^1].ShouldBe(["a"]);
    }

    private async Task IngestAsync(string source, string target) =>
        (await new IngestGraph(store, new CountedIds(), clock).HandleAsync(
            new GraphBody("manual", null, null, [new EdgeBody(source, target, null)]), Callers.Administrator, CancellationToken.None)).Error.ShouldBeNull();
}
