using SloFunctions.Application.Failures;
using SloFunctions.Application.Recommendations;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class SharedGenerationTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public async Task However_many_ask_at_once_it_is_computed_once(string? force)
    {
        var shop = await Shop.OpenAsync();
        shop.Turns.BeforeWork = () => release.Task;
        var answers = Enumerable.Range(0, 50).Select(_ => shop.GetAsync(force: force)).ToArray();

        shop.Clock.Advance(Tick);
        release.SetResult();

        (await Task.WhenAll(answers)).Distinct().ShouldHaveSingleItem();
        shop.Store.Saved.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_forces_while_one_is_computed_shares_the_next_with_all_who_do()
    {
        var shop = await Shop.OpenAsync();
        HoldSaving(shop);
        var first = shop.GetAsync(force: "true");
        await started.Task;
        shop.Clock.Advance(Tick);
        var later = Enumerable.Range(0, 20).Select(_ => shop.GetAsync(force: "true")).ToArray();

        shop.Clock.Advance(Tick);
        release.SetResult();

        string second = (await Task.WhenAll(later)).Distinct().ShouldHaveSingleItem();
        second.ShouldNotBe(await first);
        shop.Store.Saved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_does_not_force_takes_the_one_that_is_computed()
    {
        var shop = await Shop.OpenAsync();
        HoldSaving(shop);
        var first = shop.GetAsync(force: "true");
        await started.Task;
        var second = shop.GetAsync();

        release.SetResult();

        (await second).ShouldBe(await first);
        shop.Store.Saved.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_stops_waiting_does_not_stop_it_for_the_others()
    {
        var shop = await Shop.OpenAsync();
        HoldSaving(shop);
        using var impatience = new CancellationTokenSource();
        var leaves = shop.Serving.AskAsync(cancellation: impatience.Token);
        await started.Task;
        var stays = shop.GetAsync();

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaves);
        release.SetResult();

        (await stays).ShouldContain("\"stale\":false");
        shop.Store.Saved.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public async Task What_another_instance_computes_meanwhile_is_taken(string? force)
    {
        var shop = await Shop.OpenAsync();
        var other = shop.Open();
        shop.Turns.BeforeWork = () => release.Task;
        var here = shop.GetAsync(force: force);
        var there = other.GetAsync(force: force);

        shop.Clock.Advance(Tick);
        release.SetResult();

        (await there).ShouldBe(await here);
        shop.Store.Saved.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_forces_takes_nothing_that_another_instance_began_before()
    {
        var shop = await Shop.OpenAsync();
        HoldSaving(shop);
        var here = shop.GetAsync();
        await started.Task;
        shop.Clock.Advance(Tick);
        var there = shop.Open().GetAsync(force: "true");

        release.SetResult();

        (await there).ShouldNotBe(await here);
        shop.Store.Saved.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, "true")]
    [InlineData(24, null)]
    public async Task When_nothing_new_can_be_computed_the_stored_one_is_served_as_stale(int hoursLater, string? force)
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        shop.Clock.Advance(TimeSpan.FromHours(hoursLater));
        shop.Store.BeforeSave = _ => throw new DependencyUnavailableException("source", TimeSpan.FromSeconds(1), null);

        (await shop.GetAsync(force: force)).ShouldBe(first.Replace("\"stale\":false", "\"stale\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_nothing_is_stored_either_the_failure_is_told_and_the_next_request_tries_again()
    {
        var shop = await Shop.OpenAsync();
        shop.Store.BeforeSave = _ => throw new DependencyUnavailableException("source", TimeSpan.FromSeconds(1), null);
        await Should.ThrowAsync<DependencyUnavailableException>(() => shop.GetAsync());

        shop.Store.BeforeSave = null;

        (await shop.GetAsync()).ShouldContain("\"stale\":false");
    }

    [Fact]
    public async Task More_than_can_wait_is_turned_away_unless_something_is_stored()
    {
        var shop = await Shop.OpenAsync();
        var small = shop.Open(new RecommendationPolicy { ConcurrentGenerations = 1, QueuedGenerations = 1 });
        string stored = await small.GetAsync("payment");
        HoldSaving(shop);
        Task<string>[] waiting = [small.GetAsync("checkout"), small.GetAsync("silent")];

        (await Should.ThrowAsync<OverloadedException>(() => small.GetAsync("short"))).RetryAfter.ShouldBeGreaterThan(TimeSpan.Zero);
        (await small.GetAsync("payment", force: "true")).ShouldBe(stored.Replace("\"stale\":false", "\"stale\":true", StringComparison.Ordinal));
        release.SetResult();

        (await Task.WhenAll(waiting)).ShouldAllBe(answer => answer.Contains("\"stale\":false"));
        (await small.GetAsync("short")).ShouldContain("\"stale\":false");
    }

    [Fact]
    public async Task Only_so_many_are_computed_at_once()
    {
        var shop = await Shop.OpenAsync();
        var two = shop.Open(new RecommendationPolicy { ConcurrentGenerations = 2 });
        var (running, most) = (0, 0);
        shop.Turns.BeforeWork = async () =>
        {
            int now = Interlocked.Increment(ref running);
            most = Math.Max(most, now);
            if (now == 2) release.TrySetResult();
            await release.Task;
            await Task.Yield();
            Interlocked.Decrement(ref running);
        };

        await Task.WhenAll(Enumerable.Range(7, 8).Select(days => two.GetAsync("silent", days: $"{days}")));

        most.ShouldBe(2);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up()
    {
        var shop = await Shop.OpenAsync();
        HoldSaving(shop);
        var answer = shop.GetAsync();
        await started.Task;

        shop.Clock.Advance(new RecommendationPolicy().GenerationTimeout);

        await Should.ThrowAsync<OperationCanceledException>(() => answer);
        release.SetResult();
        (await shop.GetAsync()).ShouldContain("\"stale\":false");
    }

    private void HoldSaving(Shop shop) => shop.Store.BeforeSave = cancellation =>
    {
        started.TrySetResult();
        return release.Task.WaitAsync(cancellation);
    };
}
