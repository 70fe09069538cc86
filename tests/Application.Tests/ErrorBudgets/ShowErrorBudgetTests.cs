using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.ErrorBudgets.Documents;
using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Lifecycle;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.ErrorBudgets;

public sealed class ShowErrorBudgetTests
{
    private readonly KnownBudgets known = new();
    private readonly FakeClock clock = new(KnownBudgets.Through.AddMinutes(30));
    private readonly InMemorySloStore slos = new(ServiceId.Of("cart"), "shop")
    {
        Slo = new ActiveSlo(Guid.Empty, 3, null!, SloSource.Manual, null, null, null, KnownBudgets.Through.AddDays(-10), "ann"),
    };

    private readonly InMemoryMaintenanceWindows maintenance = new(ServiceId.Of("cart"), "shop");

    private ShowErrorBudget Budgets => new(slos, known, known, known, maintenance, new LiveRequests(known, clock), clock);

    [Fact]
    public async Task What_is_left_and_what_is_consumed_are_told_of_each_objective()
    {
        known.With("cart", 672).With("cart", 900, thresholdMs: 250);

        var budget = await ShowAsync();

        (budget.State, budget.DeployDecision, budget.DeployAllowed, budget.Stale, budget.MeasuredUntil).ShouldBe(("freeze", "deny", false, false, KnownBudgets.Through));
        var (availability, latency) = (budget.Objectives[0], budget.Objectives[1]);
        (availability.State, availability.RemainingShare, availability.ConsumedShare, availability.AllowedEvents, availability.RemainingEvents).ShouldBe(("caution", 0.328, 0.672, 1000, 328));
        // 40.32 minutes are allowed in 28 days.
        availability.RemainingMinutes.ShouldBe(13.22496);
        (latency.State, latency.RemainingShare, latency.RemainingMinutes, latency.ThresholdMs).ShouldBe(("freeze", 0.1, null, 250));
        // Of 1,488 an hour one fails each hour: so it goes on.
        availability.ProjectedExhaustion!.Outcome.ShouldBe("lasts");
    }

    [Fact]
    public async Task Availability_is_asked_for_live_and_latency_is_not()
    {
        known.With("cart", 10).With("cart", 10, thresholdMs: 250);
        known.Live = new SliCounts(998, 1000);

        var budget = await ShowAsync();

        budget.Objectives[0].BurnRates.Select(r => (r.Window, r.BurnRate, r.Source, r.MeasuredUntil)).ShouldBe([
            ("1h", 2, "live", clock.GetUtcNow()), ("6h", 2, "live", clock.GetUtcNow()), ("1d", 0, "stored", KnownBudgets.Through), ("3d", 0, "stored", KnownBudgets.Through)]);
        budget.Objectives[1].BurnRates.ShouldAllBe(r => r.Source == "stored");
    }

    [Fact]
    public async Task A_burn_that_only_the_metric_store_has_seen_stops_deployments()
    {
        known.With("cart", 10);
        known.Live = new SliCounts(900, 1000);

        var budget = await ShowAsync();

        (budget.State, budget.DeployDecision, budget.DeployReasons[0].Code).ShouldBe(("normal", "deny", "fast_burn"));
    }

    [Theory]
    [InlineData(-7, "live")]
    [InlineData(-3, "stored")]
    [InlineData(0, "stored")]
    [InlineData(1, "live")]
    public async Task Live_requests_do_not_count_where_some_of_them_fell_into_maintenance(int hoursFromNow, string source)
    {
        known.With("cart", 10);
        known.Live = new SliCounts(900, 1000);
        var span = new MaintenanceSpan(clock.GetUtcNow().AddHours(hoursFromNow), clock.GetUtcNow().AddHours(hoursFromNow).AddMinutes(30));
        await maintenance.AddAsync(ServiceId.Of("cart"), default, _ => new MaintenanceWindow(Guid.Empty, span, "why", false, "ann", clock.GetUtcNow()), CancellationToken.None);

        (await ShowAsync()).Objectives[0].BurnRates[0].Source.ShouldBe(source);
    }

    [Fact]
    public async Task Stored_hours_stand_in_for_a_metric_store_that_is_away()
    {
        known.With("cart", 10, lately: 3);

        (await ShowAsync()).Objectives[0].BurnRates.Select(r => (r.BurnRate, r.Source)).ShouldBe([(3, "stored"), (3, "stored"), (3, "stored"), (3, "stored")]);
    }

    [Fact]
    public async Task A_metric_store_that_does_not_answer_soon_is_not_waited_for()
    {
        known.With("cart", 10);
        known.NeverAnswers = true;

        var shown = ShowAsync();
        clock.Advance(TimeSpan.FromSeconds(2));

        (await shown).Objectives[0].BurnRates.ShouldAllBe(r => r.Source == "stored");
    }

    [Fact]
    public async Task Somebody_who_gives_up_is_not_answered()
    {
        known.With("cart", 10);
        known.NeverAnswers = true;
        using var gone = new CancellationTokenSource();

        var shown = Budgets.HandleAsync("cart", gone.Token);
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => shown);
    }

    [Fact]
    public async Task A_budget_of_which_nothing_is_known_is_not_an_untouched_one()
    {
        known.With("cart", BudgetCounts.None);
        known.Until = null;

        var budget = await ShowAsync();

        (budget.State, budget.Action, budget.DeployDecision, budget.MeasuredUntil).ShouldBe((null, null, "caution", null));
        var objective = budget.Objectives.Single();
        (objective.NoDataReason, objective.RemainingShare, objective.ConsumedShare, objective.ProjectedExhaustion).ShouldBe(("no_telemetry", null, null, null));
        objective.BurnRates.ShouldAllBe(r => r.BurnRate == null);
    }

    [Fact]
    public async Task Services_that_are_unknown_or_have_no_slo_are_not_found()
    {
        (await Budgets.HandleAsync("nobody", CancellationToken.None)).Error!.Code.ShouldBe("service-not-found");
        (await Budgets.HandleAsync("", CancellationToken.None)).Error!.Fields.Single().Field.ShouldBe("service_id");
        slos.Slo = null;
        var error = (await Budgets.HandleAsync("cart", CancellationToken.None)).Error!;
        error.Code.ShouldBe("slo-not-found");
        error.Detail.ShouldContain("POST /api/v1/services/{service_id}/slos");
    }

    private async Task<ErrorBudgetDocument> ShowAsync() => (await Budgets.HandleAsync("cart", CancellationToken.None)).Value!;
}
