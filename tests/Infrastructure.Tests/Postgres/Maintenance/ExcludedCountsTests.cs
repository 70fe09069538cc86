using SloFunctions.Application.Maintenance;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;
using static SloFunctions.Infrastructure.Tests.Postgres.Maintenance.MaintainedServices;

namespace SloFunctions.Infrastructure.Tests.Postgres.Maintenance;

/// <summary>What of the stored hours is left out of error budgets, and that nothing else is.</summary>
[Collection(PostgresTests.Name)]
public sealed class ExcludedCountsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Outage = Through.AddHours(-4);

    private readonly MaintainedServices services = new(database);

    public async Task InitializeAsync()
    {
        await services.ResetAsync();
        for (int h = 1; h <= 6; h++) await services.StoreAsync(Through.AddHours(-h), h == 4 ? 500 : 1000, 1000, h == 4 ? 400 : 900);
        await services.StoreAsync(Through.AddDays(-20), 200, 1000, 100);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_outage_in_maintenance_costs_no_budget_and_one_outside_does()
    {
        (await services.BudgetsAsync()).ShouldBe(("1000/1000 5500/6000 5700/7000", "900/1000 4900/6000 5000/7000"));

        await services.AddAsync(Outage, Outage.AddHours(1));
        (await services.MeasureAsync()).ShouldBe(1);

        (await services.BudgetsAsync()).ShouldBe(("1000/1000 5000/5000 5200/6000", "900/1000 4500/5000 4600/6000"));
        (await services.DashboardAsync()).ShouldBe(["5200/6000 judged 200/1000 of 7", "4600/6000 judged 100/1000 of 7"]);
    }

    [Fact]
    public async Task A_whole_day_that_is_summed_is_left_out_in_part_too()
    {
        await services.AddAsync(Through.AddDays(-20).AddMinutes(30), Through.AddDays(-20).AddHours(2));
        (await services.MeasureAsync()).ShouldBe(1);

        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5500/6000 5600/6500");
        (await services.DashboardAsync())[0].ShouldBe("5600/6500 judged 100/500 of 7");
    }

    [Fact]
    public async Task What_was_measured_is_measured_once_until_the_hour_or_its_windows_change()
    {
        var window = await services.AddAsync(Outage.AddMinutes(15), Outage.AddMinutes(30));
        (await services.MeasureAsync()).ShouldBe(1);
        (await services.MeasureAsync()).ShouldBe(0);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5375/5750 5575/6750");

        // The hour comes again, with more in it.
        await services.StoreAsync(Outage, 600, 2000, 400);
        (await IsPendingAsync()).ShouldBeTrue();
        (await services.MeasureAsync()).ShouldBe(1);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5450/6500 5650/7500");
        (await IsPendingAsync()).ShouldBeFalse();

        // A second window in the same hour, then the first one goes.
        await services.AddAsync(Outage.AddMinutes(30), Outage.AddMinutes(45));
        (await services.MeasureAsync()).ShouldBe(1);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5300/6000 5500/7000");
        await services.EndAsync(window);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5600/7000 5800/8000");
        (await services.MeasureAsync()).ShouldBe(1);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5450/6500 5650/7500");
    }

    [Fact]
    public async Task Whole_hours_are_told_from_parts_and_windows_that_touch_make_one_whole()
    {
        await services.AddAsync(Outage.AddMinutes(-10), Outage.AddMinutes(20));
        await services.AddAsync(Outage.AddMinutes(20), Outage.AddMinutes(60));

        var due = await services.Excluded.FindUnmeasuredAsync(10, CancellationToken.None);

        due.Select(h => (h.Stored.Hour, h.IsWhole, h.Parts.Count)).ShouldBe([(Outage, true, 2), (Outage.AddHours(-1), false, 1)]);
        due[1].Parts[0].ShouldBe(new MaintenanceSpan(Outage.AddMinutes(-10), Outage));
        (await services.Excluded.FindUnmeasuredAsync(1, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Hours_that_are_not_stored_or_lie_ahead_are_not_measured()
    {
        await services.AddAsync(Through.AddDays(-5), Through.AddDays(-5).AddHours(2));
        await services.AddAsync(Through.AddMinutes(-1), Through.AddHours(2));
        await services.AddAsync(Through.AddDays(100), Through.AddDays(100).AddHours(2));

        (await services.Excluded.FindUnmeasuredAsync(10, CancellationToken.None)).Select(h => h.Stored.Hour).ShouldBe([Through.AddHours(-1)]);
    }

    [Fact]
    public async Task What_has_changed_while_it_was_measured_is_not_stored()
    {
        var window = await services.AddAsync(Outage, Outage.AddHours(1));
        var due = await services.Excluded.FindUnmeasuredAsync(10, CancellationToken.None);
        await services.EndAsync(window);

        (await services.Excluded.StoreAsync([.. due.Select(h => (h, h.Stored))], CancellationToken.None)).ShouldBe(0);
        (await services.BudgetsAsync()).Availability.ShouldBe("1000/1000 5500/6000 5700/7000");
    }

    [Fact]
    public async Task Never_more_than_the_hour_holds_is_counted_while_it_is_measured_again()
    {
        await services.AddAsync(Outage, Outage.AddHours(1));
        await services.MeasureAsync();
        for (int h = 1; h <= 6; h++) await services.StoreAsync(Through.AddHours(-h), 0, 10, 0);
        await services.StoreAsync(Through.AddDays(-20), 0, 10, 0);

        (await services.BudgetsAsync()).Availability.ShouldBe("0/10 0/10 0/20");
        (await services.DashboardAsync())[0].ShouldStartWith("0/0 ");
    }

    private async Task<bool> IsPendingAsync() => (await services.Windows.ReadAsync(ServiceId.Of("checkout"), Through.AddDays(-28), CancellationToken.None))!.IsPending;
}
