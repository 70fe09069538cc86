using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Tests.Recommendations;

public sealed class CoherenceTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Within_the_interval_an_answer_that_is_kept_needs_no_database()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        await shop.GetAsync();
        var (reads, polls) = (shop.Store.Reads, shop.Serving.Version.Reads);

        shop.Clock.Advance(Interval - Tick);

        (await shop.GetAsync()).ShouldBe(first);
        (shop.Store.Reads, shop.Serving.Version.Reads).ShouldBe((reads, polls));
    }

    [Fact]
    public async Task After_the_interval_only_the_version_is_asked_for()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        await shop.GetAsync();
        var (reads, polls) = (shop.Store.Reads, shop.Serving.Version.Reads);

        shop.Clock.Advance(Interval);

        (await shop.GetAsync()).ShouldBe(first);
        (shop.Store.Reads, shop.Serving.Version.Reads).ShouldBe((reads, polls + 1));
    }

    [Fact]
    public async Task What_another_instance_has_computed_is_served_after_the_interval_at_the_latest()
    {
        var shop = await Shop.OpenAsync();
        await shop.GetAsync();
        string first = await shop.GetAsync();

        string second = await shop.Open().GetAsync(force: "true");

        second.ShouldNotBe(first);
        (await shop.GetAsync()).ShouldBe(first);
        shop.Clock.Advance(Interval);
        (await shop.GetAsync()).ShouldBe(second);
    }

    [Fact]
    public async Task What_this_instance_has_written_is_seen_at_once()
    {
        var shop = await Shop.OpenAsync();
        await shop.GetAsync();
        string first = await shop.GetAsync();

        shop.Store.Outdate();
        shop.Serving.Version.Wrote();

        (await shop.GetAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_poll_that_began_before_a_write_of_this_instance_is_not_believed_after_it()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        await shop.GetAsync();
        shop.Clock.Advance(Interval);
        var gate = new TaskCompletionSource();
        shop.Serving.Version.Gate = gate.Task;
        var slow = shop.GetAsync();

        shop.Store.Outdate();
        shop.Serving.Version.Wrote();
        shop.Serving.Version.Gate = Task.CompletedTask;
        string second = await shop.GetAsync();
        gate.SetResult();
        await slow;

        second.ShouldNotBe(first);
        (await shop.GetAsync()).ShouldBe(second);
    }

    [Fact]
    public async Task A_set_that_was_outdated_while_it_was_read_is_not_served_twice()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        var other = shop.Open();
        shop.Store.AfterFind = () =>
        {
            shop.Store.AfterFind = null;
            shop.Store.Outdate();
            return Task.CompletedTask;
        };

        (await other.GetAsync()).ShouldBe(first);
        (await other.GetAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task Who_read_first_and_comes_last_does_not_bring_back_what_was_replaced()
    {
        var shop = await Shop.OpenAsync();
        string first = await shop.GetAsync();
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var other = shop.Open();
        shop.Store.AfterFind = () =>
        {
            shop.Store.AfterFind = null;
            arrived.SetResult();
            return gate.Task;
        };
        var slow = other.GetAsync();
        await arrived.Task;

        string second = await other.GetAsync(force: "true");
        gate.SetResult();

        (await slow).ShouldBe(first);
        (await other.GetAsync()).ShouldBe(second);
    }

    [Fact]
    public async Task Without_the_database_what_is_kept_is_served_for_a_grace_and_no_longer()
    {
        var shop = await Shop.OpenAsync();
        await shop.GetAsync();
        string first = await shop.GetAsync();
        shop.Store.IsReachable = false;

        shop.Clock.Advance(Interval + Grace - Tick);
        (await shop.GetAsync()).ShouldBe(first);
        shop.Clock.Advance(Tick);
        await Should.ThrowAsync<DependencyUnavailableException>(() => shop.GetAsync());

        shop.Store.IsReachable = true;
        (await shop.GetAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task A_database_that_hangs_does_not_hold_up_what_is_kept()
    {
        var shop = await Shop.OpenAsync();
        await shop.GetAsync();
        string first = await shop.GetAsync();
        shop.Clock.Advance(Interval);
        shop.Serving.Version.Gate = new TaskCompletionSource().Task;

        var patience = shop.Clock.GetUtcNow().AddMilliseconds(100);
        var answer = shop.GetAsync();
        await shop.Clock.WhenTimerIsSetAsync(patience);
        shop.Clock.Advance(TimeSpan.FromMilliseconds(100));

        (await answer).ShouldBe(first);
    }

    [Fact]
    public async Task That_a_service_is_unknown_is_not_remembered()
    {
        var shop = await Shop.OpenAsync();
        (await shop.GetAsync(service: "new")).ShouldBe("service-not-found");

        shop.Store.Register("new");

        (await shop.GetAsync(service: "new")).ShouldNotBe("service-not-found");
    }
}
