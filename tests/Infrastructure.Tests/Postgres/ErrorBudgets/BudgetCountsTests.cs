using SloFunctions.Application.ErrorBudgets;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.ErrorBudgets;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.ErrorBudgets;

/// <summary>Through the 29th at 12:00, so that the SLO window begins on the 1st at 12:00; each hour holds requests that tell it from others.</summary>
[Collection(PostgresTests.Name)]
public sealed class BudgetCountsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Through = At(29, 12);

    private readonly PostgresDatabase postgres = new(database.Application);

    private PostgresBudgetCounts Counts => new(postgres);

    public Task InitializeAsync() => ExecuteAsync("""
        DELETE FROM slo.active_slos;
        TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts;
        SELECT slo.ensure_partitions('2026-04-01Z', '2026-05-31Z');
        UPDATE slo.aggregation_progress SET through = '2026-05-29 12:00Z';
        INSERT INTO slo.services (service_id, team) VALUES ('cart', 'shop'), ('mail', 'post'), ('free', 'shop') ON CONFLICT DO NOTHING
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_window_holds_its_own_hours_and_none_beside_them()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, NULL, NULL");
        await StoreAsync(
            Hour("cart", At(1, 11), 1), Hour("cart", At(1, 12), 10), Hour("cart", At(1, 23), 100), Hour("cart", At(2, 0), 1_000), Hour("cart", At(25, 23), 10_000),
            Hour("cart", At(26, 0), 100_000), Hour("cart", At(26, 11), 1_000_000), Hour("cart", At(26, 12), 10_000_000), Hour("cart", At(28, 11), 100_000_000),
            Hour("cart", At(28, 12), 1_000_000_000), Hour("cart", At(29, 5), 10_000_000_000), Hour("cart", At(29, 6), 100_000_000_000), Hour("cart", At(29, 10), 1_000_000_000_000),
            Hour("cart", At(29, 11), 10_000_000_000_000), Hour("cart", At(29, 12), 1));

        var read = await Counts.ReadAsync(BudgetScope.All, CancellationToken.None);

        read.Through.ShouldBe(Through);
        var counts = read.Objectives.ShouldHaveSingleItem().Counts;
        (counts.SloWindow.Counts.Total, counts.SloWindow.HoursMeasured).ShouldBe((11_111_111_111_110, 13));
        (counts.ThreeDays.Counts.Total, counts.ThreeDays.HoursMeasured).ShouldBe((11_111_110_000_000, 7));
        (counts.Day.Counts.Total, counts.Day.HoursMeasured).ShouldBe((11_111_000_000_000, 5));
        (counts.SixHours.Counts.Total, counts.SixHours.HoursMeasured).ShouldBe((11_100_000_000_000, 3));
        counts.Hour.ShouldBe(new ObjectiveCounts(1, 1, 0, new SliCounts(9_999_999_999_999, 10_000_000_000_000)));
    }

    [Fact]
    public async Task Requests_within_a_threshold_are_counted_in_the_hours_that_have_it_for_a_boundary()
    {
        await ActivateAsync("cart", "NULL, 300, 500, 99.9, 700");
        await StoreAsync(
            Hour("cart", At(10, 0), 10, new LatencyHistogram([0.1, 0.3, 0.5], [1, 4, 8, 10])),
            Hour("cart", At(28, 20), 20, new LatencyHistogram([0.1, 0.3, 0.5], [2, 6, 20, 20])),
            Hour("cart", At(29, 5), 30, new LatencyHistogram([0.1, 0.5], [3, 25, 30])),
            Hour("cart", At(29, 11), 40));

        var read = await Counts.ReadAsync(BudgetScope.Of(ServiceId.Of("cart")), CancellationToken.None);

        var counts = read.Objectives.ToDictionary(o => (o.Objective.Target, o.Objective.ThresholdMs), o => o.Counts);
        counts.Keys.ShouldBe([(0.95, 300), (0.99, 500), (0.999, 700)], ignoreOrder: true);
        counts[(0.95, 300)].SloWindow.ShouldBe(new ObjectiveCounts(4, 2, 1, new SliCounts(10, 30)));
        counts[(0.95, 300)].Day.ShouldBe(new ObjectiveCounts(3, 1, 1, new SliCounts(6, 20)));
        counts[(0.99, 500)].SloWindow.ShouldBe(new ObjectiveCounts(4, 3, 0, new SliCounts(53, 60)));
        counts[(0.99, 500)].Hour.ShouldBe(new ObjectiveCounts(1, 0, 0, default));
        counts[(0.999, 700)].SloWindow.ShouldBe(new ObjectiveCounts(4, 0, 3, default));
    }

    [Fact]
    public async Task An_objective_that_is_stated_twice_is_one_and_each_bears_its_slo()
    {
        await ActivateAsync("cart", "99.95, NULL, 500, 99, 500");

        var objectives = (await Counts.ReadAsync(BudgetScope.All, CancellationToken.None)).Objectives;

        objectives.Select(o => (o.Objective.Target, o.Objective.ThresholdMs)).ShouldBe([(0.9995, null), (0.99, 500)]);
        objectives.ShouldAllBe(o => o.Objective.SloVersion == 1 && o.Objective.SloId != Guid.Empty && o.Objective.Team == "shop" && o.Objective.ActivatedAt == At(20, 0));
        objectives.ShouldAllBe(o => o.Counts == BudgetCounts.None);
    }

    [Fact]
    public async Task Only_the_services_asked_for_are_told_of()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, NULL, NULL");
        await ActivateAsync("mail", "99, NULL, NULL, NULL, NULL");
        await StoreAsync(Hour("cart", At(29, 11), 5), Hour("mail", At(29, 11), 7), Hour("free", At(29, 11), 9));

        (await TotalsAsync(BudgetScope.All)).ShouldBe([("cart", 5), ("mail", 7)]);
        (await TotalsAsync(BudgetScope.OfTeam("post"))).ShouldBe([("mail", 7)]);
        (await TotalsAsync(BudgetScope.OfTeam("nobody"))).ShouldBeEmpty();
        (await TotalsAsync(BudgetScope.Of(ServiceId.Of("cart"), ServiceId.Of("free"), ServiceId.Of("absent")))).ShouldBe([("cart", 5)]);
        (await TotalsAsync(BudgetScope.Of())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Hours_that_are_no_numbers_are_left_out()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, NULL, NULL");
        await StoreAsync(Hour("cart", At(29, 11), 0, defects: TelemetryDefects.RequestsNotANumber), Hour("cart", At(29, 10), 5));

        (await Counts.ReadAsync(BudgetScope.All, CancellationToken.None)).Objectives[0].Counts.SloWindow.ShouldBe(new ObjectiveCounts(1, 1, 0, new SliCounts(4, 5)));
    }

    [Fact]
    public async Task Before_any_hour_is_stored_there_are_objectives_without_counts()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, NULL, NULL");
        await ExecuteAsync("UPDATE slo.aggregation_progress SET through = NULL");

        var read = await Counts.ReadAsync(BudgetScope.All, CancellationToken.None);

        read.Through.ShouldBeNull();
        read.Objectives.ShouldHaveSingleItem().Counts.ShouldBe(BudgetCounts.None);
    }

    [Fact]
    public async Task The_hours_of_a_service_are_told_as_each_objective_sees_them()
    {
        await StoreAsync(
            Hour("cart", At(28, 12), 9), Hour("cart", At(28, 13), 10, new LatencyHistogram([0.1, 0.3], [1, 4, 10])),
            Hour("cart", At(28, 14), 10, new LatencyHistogram([0.1], [1, 10])), Hour("cart", At(28, 15), 0, defects: TelemetryDefects.RequestsNotANumber),
            Hour("mail", At(28, 16), 10));

        var hours = await new PostgresBudgetHours(postgres).ReadAsync(
            ServiceId.Of("cart"), [null, 300], new TimeWindow(At(28, 12), At(28, 17)), CancellationToken.None);

        hours[0].ShouldBe([new SliCounts(8, 9), new SliCounts(9, 10), new SliCounts(9, 10), null, null]);
        hours[1].ShouldBe([null, new SliCounts(4, 10), null, null, null]);
    }

    private static DateTimeOffset At(int day, int hour) => new(2026, 5, day, hour, 0, 0, TimeSpan.Zero);

    // All but one request are good.
    private static ServiceHour Hour(string service, DateTimeOffset hour, long total, LatencyHistogram? latency = null, TelemetryDefects defects = TelemetryDefects.None) =>
        new(ServiceId.Of(service), new HourlySli(hour, new SliCounts(Math.Max(0, total - 1), total), latency, null, defects));

    private async Task<(string Service, long Total)[]> TotalsAsync(BudgetScope scope) =>
        [.. (await Counts.ReadAsync(scope, CancellationToken.None)).Objectives.Select(o => (o.Objective.Service.Value, o.Counts.Hour.Counts.Total))];

    private Task<int> StoreAsync(params ServiceHour[] hours) => new PostgresSliStore(postgres).StoreAsync(hours, CancellationToken.None);

    private Task ActivateAsync(string service, string targets) => ExecuteAsync($"""
        INSERT INTO slo.active_slos (service_id, availability_target, latency_p95_target_ms, latency_p99_target_ms, latency_percentile, latency_threshold_ms,
          source, activated_at, activated_by)
        SELECT id, {targets}, 'manual', '2026-05-20 00:00Z', 'ann' FROM slo.services WHERE service_id = '{service}'
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
