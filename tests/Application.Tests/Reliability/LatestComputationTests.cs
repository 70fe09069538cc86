using SloFunctions.Application.Reliability;
using SloFunctions.Testing;

namespace SloFunctions.Application.Tests.Reliability;

public sealed class LatestComputationTests
{
    private readonly FakeClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task The_same_key_is_computed_once_and_another_one_anew()
    {
        var computation = Computation();
        int runs = 0;
        Task<int> Get(string key) => computation.GetAsync(key, _ => Task.FromResult(++runs), CancellationToken.None);

        (await Get("a")).ShouldBe(1);
        (await Get("a")).ShouldBe(1);
        (await Get("b")).ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_asks_meanwhile_waits_for_the_same_run_and_who_goes_away_does_not_stop_it()
    {
        var computation = Computation();
        var result = new TaskCompletionSource<int>();
        using var impatient = new CancellationTokenSource();
        var first = computation.GetAsync("a", _ => result.Task, impatient.Token);
        var second = computation.GetAsync("a", _ => throw new InvalidOperationException("It runs already."), CancellationToken.None);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        result.SetResult(7);

        (await second).ShouldBe(7);
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        var computation = Computation();

        await Should.ThrowAsync<IOException>(() => computation.GetAsync("a", _ => throw new IOException("down"), CancellationToken.None));
        (await computation.GetAsync("a", _ => Task.FromResult(1), CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_ends_at_the_limit()
    {
        var computation = Computation();
        var started = new TaskCompletionSource();
        var endless = computation.GetAsync(
            "a",
            async cancellation =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return 1;
            },
            CancellationToken.None);
        await started.Task;

        clock.Advance(TimeSpan.FromMinutes(1));

        await Should.ThrowAsync<OperationCanceledException>(() => endless);
        (await computation.GetAsync("a", _ => Task.FromResult(2), CancellationToken.None)).ShouldBe(2);
    }

    private LatestComputation<int> Computation() => new(TimeSpan.FromMinutes(1), clock);
}
