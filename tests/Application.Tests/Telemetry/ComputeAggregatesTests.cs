using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class ComputeAggregatesTests
{
    private static readonly DateTimeOffset End = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryAggregateStore store = new() { Sums = [new(ServiceId.Of("a"), 1, new SliCounts(9, 10), null)], Marks = 3 };

    [Fact]
    public async Task Every_window_ends_with_the_last_stored_hour()
    {
        (await RunAsync(isChanged: true)).ShouldBe(3);

        store.SumsRead.ShouldBe([Window(1), Window(24), Window(7 * 24), Window(28 * 24), Window(90 * 24)]);
        store.Stored.Keys.ShouldBe([("1h", End), ("1d", End), ("7d", End), ("28d", End), ("90d", End)]);
        store.Stored.Values.ShouldAllBe(v => v.Count == 3);
        store.Through.ShouldBe(End);
    }

    [Fact]
    public async Task A_run_without_news_changes_nothing()
    {
        await RunAsync(isChanged: true);

        (await RunAsync(isChanged: false)).ShouldBe(0);

        store.SumsRead.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Counts_that_were_stored_late_are_taken_into_windows_already_computed()
    {
        await RunAsync(isChanged: true);

        await RunAsync(isChanged: true);

        store.SumsRead.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_run_that_fails_midway_is_completed_by_the_next_even_without_news()
    {
        store.FailsAt = "7d";
        await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(isChanged: true));
        store.Through.ShouldBeNull();
        store.FailsAt = null;

        await RunAsync(isChanged: false);

        store.Stored.Count.ShouldBe(5);
        store.Through.ShouldBe(End);
    }

    private static TimeWindow Window(int hours) => new(End.AddHours(-hours), End);

    private Task<int> RunAsync(bool isChanged) => new ComputeAggregates(store).HandleAsync(End, isChanged, CancellationToken.None);
}
