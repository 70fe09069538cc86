using SloFunctions.Infrastructure.AzureTables;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

public sealed class LeasedRateLimiterTests(TableServer server) : IClassFixture<TableServer>, IDisposable
{
    private readonly FakeClock clock = new(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string table = server.NextTable();
    private readonly List<LimiterSetup> instances = [];

    public void Dispose() => instances.ForEach(i => i.Dispose());

    [Fact]
    public async Task A_client_gets_its_limit_at_once_and_then_what_flows_in()
    {
        var app = Instance();

        for (int i = 1; i <= 10; i++)
        {
            var allowed = await app.TakeAsync(10);
            (allowed.IsAllowed, allowed.Limit, allowed.Remaining, allowed.ResetAfter).ShouldBe((true, 10, 10 - i, TimeSpan.FromSeconds(6 * i)));
        }

        var refused = await app.TakeAsync(10);
        (refused.IsAllowed, refused.Remaining, refused.ResetAfter, refused.RetryAfter).ShouldBe((false, 0, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(6)));
        clock.Advance(TimeSpan.FromSeconds(6) - TimeSpan.FromTicks(1));
        (await app.TakeAsync(10)).IsAllowed.ShouldBeFalse();
        clock.Advance(TimeSpan.FromTicks(1));
        (await app.TakeAsync(10)).IsAllowed.ShouldBeTrue();
        (await app.TakeAsync(10)).IsAllowed.ShouldBeFalse();
        (app.Fallbacks, app.Log.Lines.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Clients_and_operations_are_counted_apart()
    {
        var app = Instance();

        (await app.TakeAsync(1)).IsAllowed.ShouldBeTrue();
        (await app.TakeAsync(1)).IsAllowed.ShouldBeFalse();
        (await app.TakeAsync(1, client: "key:2")).IsAllowed.ShouldBeTrue();
        (await app.TakeAsync(1, operation: "/?#\\ \n'")).IsAllowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task A_limit_of_nothing_refuses_all(int limit)
    {
        var refused = await Instance().TakeAsync(limit);

        (refused.IsAllowed, refused.Limit, refused.RetryAfter).ShouldBe((false, 0, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Another_instance_knows_what_the_first_has_counted()
    {
        var (first, second) = (Instance(), Instance());

        for (int i = 0; i < 6; i++) (await first.TakeAsync(7)).IsAllowed.ShouldBeTrue();
        (await second.TakeAsync(7)).IsAllowed.ShouldBeTrue();
        (await second.TakeAsync(7)).IsAllowed.ShouldBeFalse();
        (await first.TakeAsync(7)).IsAllowed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    [InlineData(5000)]
    public async Task Two_instances_at_once_allow_the_limit_together_apart_from_a_lease_that_one_of_them_holds(int limit)
    {
        var (first, second) = (Instance(), Instance());

        int[] allowed = await Task.WhenAll(first.CountAllowedAsync(limit, limit, 8), second.CountAllowedAsync(limit, limit, 8));

        allowed.Sum().ShouldBeInRange(limit - (limit / 10) - 1, limit);
        (first.Fallbacks + second.Fallbacks).ShouldBe(0);
        // What is missing is still there for whoever holds it.
        int rest = await first.CountAllowedAsync(limit, limit, 1) + await second.CountAllowedAsync(limit, limit, 1);
        (allowed.Sum() + rest).ShouldBe(limit);
    }

    [Fact]
    public async Task In_no_time_span_do_two_instances_allow_more_than_the_limit_and_one_lease_and_what_flows_in()
    {
        const int limit = 120;
        var random = new Domain.Randomness.SeededRandom(7);
        var (first, second) = (Instance(), Instance());
        List<(DateTimeOffset At, int Allowed)> steps = [];
        for (int step = 0; step < 60; step++)
        {
            int[] allowed = await Task.WhenAll(
                first.CountAllowedAsync(limit, random.Below(limit), 3), second.CountAllowedAsync(limit, random.Below(limit / 4), 3));
            steps.Add((clock.GetUtcNow(), allowed.Sum()));
            clock.Advance(TimeSpan.FromMilliseconds(random.Below(random.Below(4) == 0 ? 60_000 : 4_000)));
        }

        (first.Fallbacks + second.Fallbacks).ShouldBe(0);
        for (int from = 0; from < steps.Count; from++)
        {
            int sum = 0;
            for (int to = from; to < steps.Count; to++)
            {
                sum += steps[to].Allowed;
                ((double)sum).ShouldBeLessThanOrEqualTo((limit * 1.1) + (limit * (steps[to].At - steps[from].At).TotalMinutes) + 1e-6);
            }
        }
    }

    [Fact]
    public async Task Requests_that_come_together_wait_for_one_lease()
    {
        var app = Instance();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await app.TakeAsync(1000, client: "key:other");
        int before = app.Wire.Requests;
        app.Wire.Instead = async cancellation =>
        {
            await go.Task.WaitAsync(cancellation);
            app.Wire.Instead = null;
            return new HttpResponseMessage(System.Net.HttpStatusCode.NotFound);
        };

        var requests = Enumerable.Range(0, 200).Select(_ => app.TakeAsync(1000)).ToArray();
        go.SetResult();

        (await Task.WhenAll(requests)).ShouldAllBe(d => d.IsAllowed);
        // One to read and to add for the first of them, and one for all the others.
        (app.Wire.Requests - before).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_busy_client_costs_few_round_trips_and_a_refused_one_none()
    {
        var app = Instance();
        for (int i = 0; i < 3000; i++)
        {
            (await app.TakeAsync(1_000_000)).IsAllowed.ShouldBeTrue();
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        app.Wire.Requests.ShouldBeLessThan(30);
        // Before the table is there, and when it is.
        app.Wire.Gets.ShouldBe(2);

        await app.CountAllowedAsync(10, 11, 1);
        int before = app.Wire.Requests;
        (await app.CountAllowedAsync(10, 1000, 4)).ShouldBe(0);
        app.Wire.Requests.ShouldBe(before);
    }

    [Fact]
    public async Task A_client_that_comes_now_and_then_takes_nothing_in_advance()
    {
        var apps = Enumerable.Range(0, 5).Select(_ => Instance()).ToArray();
        for (int round = 0; round < 20; round++)
        {
            foreach (var app in apps) (await app.TakeAsync(60)).IsAllowed.ShouldBeTrue();
            clock.Advance(TimeSpan.FromSeconds(6.5));
        }
    }

    [Fact]
    public async Task A_clock_that_is_behind_gives_nothing_and_takes_nothing_back()
    {
        var behind = new FakeClock(clock.GetUtcNow() - TimeSpan.FromSeconds(20));
        var (first, late) = (Instance(), Instance(behind));
        (await first.CountAllowedAsync(60, 70, 1)).ShouldBe(60);

        (await late.CountAllowedAsync(60, 10, 1)).ShouldBe(0);
        behind.Advance(TimeSpan.FromSeconds(20));
        (await late.CountAllowedAsync(60, 10, 1)).ShouldBe(0);
        clock.Advance(TimeSpan.FromSeconds(5));
        (await first.CountAllowedAsync(60, 10, 1)).ShouldBe(5);
    }

    [Fact]
    public async Task A_request_that_gives_up_takes_nobody_with_it()
    {
        var app = Instance();
        var go = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Wire.Instead = cancellation =>
        {
            app.Wire.Instead = null;
            return go.Task.WaitAsync(cancellation);
        };
        using var impatient = new CancellationTokenSource();

        var gone = app.Limiter.TakeAsync("key:1", "GetSlos", 10, impatient.Token).AsTask();
        var patient = app.TakeAsync(10);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        go.SetResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));

        (await patient).IsAllowed.ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(() => app.Limiter.TakeAsync("key:1", "GetSlos", 10, new CancellationToken(true)).AsTask());
    }

    private LimiterSetup Instance(FakeClock? other = null)
    {
        // Time passes here while requests are on their way, and must not end them.
        var patient = new RateLimitOptions { Timeout = TimeSpan.FromDays(1) };
        instances.Add(new LimiterSetup(other ?? clock, server.ConnectionString, table, patient));
        return instances[^1];
    }
}
