using SloFunctions.Application.BulkRuns;
using SloFunctions.Application.Failures;

namespace SloFunctions.Application.Tests.BulkRuns;

public sealed class RecommendServicesTests
{
    [Fact]
    public async Task Every_service_of_the_slice_gets_its_recommendations()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");

        Told(await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None)).ShouldBe("3 0 [] False");

        shop.Store.Saved.Select(s => s.ServiceId).ShouldBe(["checkout", "payment", "silent"]);
        // One look for all of them.
        runs.Taken.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_services_of_the_slice_are_computed()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");

        (await runs.UseCase.HandleAsync(runs.Slice(1, 1), CancellationToken.None)).Done.ShouldBe(1);

        shop.Store.Saved.Select(s => s.ServiceId).ShouldBe(["payment"]);
    }

    [Fact]
    public async Task A_slice_that_is_worked_on_again_tells_the_same_and_computes_nothing_twice()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment");
        var first = await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);

        var second = await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);

        Told(second).ShouldBe(Told(first));
        shop.Store.Saved.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_that_work_on_a_slice_at_once_store_each_service_once()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None))));

        outcomes.ShouldAllBe(o => o.Done == 3 && !o.IsStopped);
        shop.Store.Saved.Select(s => s.ServiceId).Order(StringComparer.Ordinal).ShouldBe(["checkout", "payment", "silent"]);
    }

    [Fact]
    public async Task One_that_was_interrupted_goes_on_where_it_was()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");
        shop.Store.BeforeSave = _ => shop.Store.Saved.Count == 1 ? throw new DependencyUnavailableException("database", TimeSpan.FromSeconds(5), null) : Task.CompletedTask;
        await Should.ThrowAsync<DependencyUnavailableException>(() => runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None));
        shop.Store.BeforeSave = null;

        await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);

        shop.Store.Saved.Select(s => s.ServiceId).ShouldBe(["checkout", "payment", "silent"]);
        runs.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_poisoned_service_costs_its_own_attempt_only()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");
        shop.Engine.Profiles.Poisoned.Add("payment");

        Told(await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None)).ShouldBe("2 0 [1] False");

        shop.Store.Saved.Select(s => s.ServiceId).ShouldBe(["checkout", "silent"]);
        runs.Failures.ShouldBe(["payment 1 computation_failed"]);
    }

    [Fact]
    public async Task An_attempt_that_was_noted_is_not_made_again_and_the_last_one_gives_the_service_up()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment");
        shop.Engine.Profiles.Poisoned.Add("payment");
        var first = await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);
        Told(await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None)).ShouldBe(Told(first));
        runs.Failures.Count.ShouldBe(1);

        (await runs.UseCase.HandleAsync(runs.Slice(1, 1, attempt: 2), CancellationToken.None)).Failed.ShouldBe([1]);
        Told(await runs.UseCase.HandleAsync(runs.Slice(1, 1, attempt: 3), CancellationToken.None)).ShouldBe("0 1 [] False");

        runs.Failures.ShouldBe(["payment 1 computation_failed", "payment 2 computation_failed", "payment 3 computation_failed"]);
        runs.Run.Counts.ShouldBe(new BulkCounts(2, 1, 0, 1));
    }

    [Fact]
    public async Task A_service_that_recovers_is_done()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("payment");
        shop.Engine.Profiles.Poisoned.Add("payment");
        await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);
        shop.Engine.Profiles.Poisoned.Clear();

        (await runs.UseCase.HandleAsync(runs.Slice(attempt: 2), CancellationToken.None)).Done.ShouldBe(1);
    }

    [Fact]
    public async Task A_database_that_is_away_is_no_services_fault()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment");
        shop.Store.IsReachable = false;

        await Should.ThrowAsync<DependencyUnavailableException>(() => runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None));

        runs.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_is_cancelled_stops_between_services_and_keeps_what_it_has()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout", "payment", "silent");
        shop.Store.BeforeSave = async c =>
        {
            if (shop.Store.Saved.Count == 1) await runs.CancelAsync(runs.Run.Id, "ann", shop.Clock.GetUtcNow(), c);
        };

        var outcome = await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None);

        Told(outcome).ShouldBe("1 0 [] True");
        shop.Store.Saved.Select(s => s.ServiceId).ShouldBe(["checkout"]);
        (await runs.UseCase.HandleAsync(runs.Slice(), CancellationToken.None)).IsStopped.ShouldBeTrue();
        shop.Store.Saved.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_stops_notes_no_attempt()
    {
        var (shop, runs) = await ShopRuns.BeginAsync("checkout");
        using var stopping = new CancellationTokenSource();
        shop.Store.BeforeSave = async c =>
        {
            await stopping.CancelAsync();
            c.ThrowIfCancellationRequested();
        };

        await Should.ThrowAsync<OperationCanceledException>(() => runs.UseCase.HandleAsync(runs.Slice(), stopping.Token));

        runs.Failures.ShouldBeEmpty();
    }

    // Done, given up, failed, whether stopped.
    private static string Told(SliceOutcome outcome) => $"{outcome.Done} {outcome.GivenUp} [{string.Join(' ', outcome.Failed)}] {outcome.IsStopped}";
}
