using SloFunctions.Application.Dashboards;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Dashboards;

namespace SloFunctions.Infrastructure.Tests.Postgres.Dashboards;

/// <summary>Every figure is worked out by hand from <see cref="DashboardRowsInSql"/>.</summary>
[Collection(PostgresTests.Name)]
public sealed class DashboardStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private readonly PostgresDashboardStore store = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        if (await connection.ScalarAsync<long>("SELECT count(*) FROM slo.services") == 0) await connection.ExecuteAsync(DashboardRowsInSql.All);
        (await store.RefreshAsync(onlyFirst: false, CancellationToken.None)).ShouldBe(RefreshOutcome.Refreshed);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Registered_internal_services_are_counted_by_team_and_criticality()
    {
        var rows = (await store.ReadAsync(CancellationToken.None)).Coverage;

        rows.OrderBy(r => r.Team, StringComparer.Ordinal).ShouldBe([
            // The orphan: no team, nothing but a manual SLO. A placeholder beside it, and an external service that is nowhere.
            new CoverageRow(null, ServiceCriticality.Medium, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0),
            // The cart and the young one have both kinds or one; of the cart's two valid recommendations one is decided.
            new CoverageRow("shop", ServiceCriticality.Critical, 3, 0, 2, 2, 1, 1, 2, 0, 0, 1, 1, 2),
        ]);
    }

    [Fact]
    public async Task The_last_28_days_are_summed_hour_by_hour()
    {
        var cart = await AvailabilityAsync("cart");

        // Through the 29th at 12:00: from the 1st at 12:00 on. Two hours of the first day, 27 days of 1,000, one hour of the last; the hour
        // before the window, the one after it and the one that is not a number are no part of it.
        cart.Recent.ShouldBe(new ObjectiveCounts(2 + (27 * 24) + 1, 2 + (27 * 24) + 1, 0, new SliCounts(27_000 - 27 + 18 + 10, 27_000 + 20 + 10)));
        cart.Budget.Balance!.Counts.Bad.ShouldBe(29);
        cart.Budget.State.ShouldBe(BudgetState.Exhausted);
    }

    [Fact]
    public async Task Requests_within_the_threshold_are_counted_where_it_is_a_boundary()
    {
        var rows = (await store.ReadAsync(CancellationToken.None)).Objectives;

        var slow = rows.Single(r => r.Objective.ThresholdMs == 250);
        // 27 days with 990 of 1,000 within 250 ms; the hours at the edges have no histogram.
        slow.Recent.ShouldBe(new ObjectiveCounts(2 + (27 * 24) + 1, 27 * 24, 0, new SliCounts(26_730, 27_000)));
        slow.Budget.Balance!.ConsumedShare.ShouldBe(1);
        var off = rows.Single(r => r.Objective.ThresholdMs == 300);
        (off.Recent.HoursUsable, off.Recent.HoursOffBuckets, off.Recent.Counts).ShouldBe((0, 27 * 24, default(SliCounts)));
        off.Budget.Gap.ShouldBe(BudgetGap.ThresholdOffBuckets);
    }

    [Fact]
    public async Task An_objective_in_force_for_long_is_judged_over_the_last_28_whole_days()
    {
        var cart = await AvailabilityAsync("cart");

        cart.InForce.ShouldBe(new TimeWindow(At(1, 0), At(29, 0)));
        // The 1st counts as a whole day here.
        cart.CountsInForce.ShouldBe(new ObjectiveCounts(27 * 24 + 4, 27 * 24 + 4, 0, new SliCounts(27_000 - 27 + 37, 27_000 + 40)));
        cart.Judgement.IsBreached.ShouldBeTrue();
        (cart.Objective.Method, cart.Objective.Tier, cart.Objective.Promise).ShouldBe(("predictive", Tier.Balanced, 0.01));
    }

    [Fact]
    public async Task A_younger_one_is_judged_over_the_whole_days_since_it_is_in_force_and_one_of_less_than_seven_is_not()
    {
        var young = await AvailabilityAsync("young");
        var orphan = await AvailabilityAsync("orphan");

        // Since the 18th at 08:00: from the 19th to the 28th.
        young.InForce.ShouldBe(new TimeWindow(At(19, 0), At(29, 0)));
        young.CountsInForce.ShouldBe(new ObjectiveCounts(240, 240, 0, new SliCounts(10_000, 10_000)));
        young.Judgement.IsBreached.ShouldBeFalse();
        young.Judgement.Achieved.ShouldBe(1);
        orphan.InForce.ShouldBe(new TimeWindow(At(24, 0), At(29, 0)));
        orphan.Judgement.Reason.ShouldBe(NotJudgedReason.ActivatedDuringWindow);
        orphan.Budget.Gap.ShouldBe(BudgetGap.NoTelemetry);
    }

    [Fact]
    public async Task Where_two_tiers_have_the_target_the_chosen_one_is_told() =>
        // Conservative and balanced are both 99.5.
        (await AvailabilityAsync("young")).Objective.Tier.ShouldBe(Tier.Conservative);

    [Fact]
    public async Task Decisions_are_counted_by_what_was_decided_of_what()
    {
        var rows = (await store.ReadAsync(CancellationToken.None)).Decisions;

        rows.OrderBy(r => r.Action).ThenBy(r => r.Method, StringComparer.Ordinal).ShouldBe([
            new DecisionRow("shop", ServiceCriticality.Critical, Tier.Balanced, "predictive", AuditAction.Accept, 3, 2),
            new DecisionRow("shop", ServiceCriticality.Critical, Tier.Aggressive, "predictive", AuditAction.Modify, 1, 1),
            // Of an item, whose set is found through it.
            new DecisionRow("shop", ServiceCriticality.Critical, null, "predictive", AuditAction.Reject, 1, 1),
            new DecisionRow("shop", ServiceCriticality.Critical, Tier.Balanced, "predictive", AuditAction.AutoApprove, 1, 1),
            new DecisionRow(null, ServiceCriticality.Medium, null, null, AuditAction.Expire, 1, 1),
        ]);
    }

    [Fact]
    public async Task The_stamp_tells_the_hour_that_the_figures_reach_to()
    {
        var stamp = (await store.ReadStampAsync(CancellationToken.None)).ShouldNotBeNull();

        stamp.Through.ShouldBe(At(29, 12));
        (await store.ReadAsync(CancellationToken.None)).Stamp.ShouldBe(stamp);
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 5, day, hour, 0, 0, TimeSpan.Zero);

    private async Task<ObjectiveRow> AvailabilityAsync(string service) => (await store.ReadAsync(CancellationToken.None)).Objectives
        .Single(r => r.Objective.Service.Value == service && r.Objective.SliType == SliType.Availability);
}
