using Microsoft.DurableTask;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class AggregationWindowTests : IDisposable
{
    private static readonly DateTimeOffset End = AggregationScene.Noon;

    private readonly AggregationScene scene = new("a", "b")
    {
        Aggregates = new InMemoryAggregateStore { Sums = [new(ServiceId.Of("a"), 1, new SliCounts(9, 10), null)], Marks = 3 },
    };

    public AggregationWindowTests() => scene.Store.Register("a");

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Every_window_ends_with_the_last_stored_hour()
    {
        (await scene.RunAsync()).RecommendationsMarked.ShouldBe(3);

        scene.Aggregates.SumsRead.ShouldBe([Window(1), Window(24), Window(7 * 24), Window(28 * 24), Window(90 * 24)]);
        scene.Aggregates.Stored.Keys.ShouldBe([("1h", End), ("1d", End), ("7d", End), ("28d", End), ("90d", End)]);
        scene.Aggregates.Stored.Values.ShouldAllBe(v => v.Count == 3);
        scene.Aggregates.Through.ShouldBe(End);
    }

    [Fact]
    public async Task A_run_without_news_changes_nothing()
    {
        await scene.RunAsync();

        (await scene.RunAsync()).RecommendationsMarked.ShouldBe(0);

        scene.Aggregates.SumsRead.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Counts_that_were_stored_late_are_taken_into_windows_already_computed()
    {
        await scene.RunAsync();
        scene.Store.Register("b");

        await scene.RunAsync();

        scene.Aggregates.SumsRead.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Hours_filled_in_by_an_attempt_that_nobody_heard_of_are_taken_into_windows_all_the_same()
    {
        await scene.RunAsync();
        scene.Store.Forget("a", End.AddHours(-5));
        scene.Repeats = true;

        (await scene.RunAsync()).HoursBackFilled.ShouldBe(0);

        scene.Store.Stored.Count.ShouldBe(720);
        scene.Aggregates.SumsRead.Count.ShouldBe(15);
    }

    [Fact]
    public async Task A_run_that_fails_midway_is_completed_by_the_next_even_without_news()
    {
        scene.Aggregates.FailsAt = "7d";
        (await Should.ThrowAsync<TaskFailedException>(() => scene.RunAsync())).TaskName.ShouldBe("ComputeWindow");
        scene.Aggregates.Through.ShouldBeNull();
        scene.Aggregates.FailsAt = null;

        await scene.RunAsync();

        scene.Aggregates.Stored.Count.ShouldBe(5);
        scene.Aggregates.Through.ShouldBe(End);
    }

    private static TimeWindow Window(int hours) => new(End.AddHours(-hours), End);
}
