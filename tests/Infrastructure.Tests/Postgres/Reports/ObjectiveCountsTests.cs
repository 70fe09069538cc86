using SloFunctions.Application.Failures;
using SloFunctions.Application.Reports;
using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Reports;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Postgres.Reports;

[Collection(PostgresTests.Name)]
public sealed class ObjectiveCountsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly ReportMonth Leap = Month("2024-02");

    private readonly PostgresDatabase postgres = new(database.Application);

    private PostgresObjectiveRecords Records => new(postgres);

    public Task InitializeAsync() => ExecuteAsync("""
        DELETE FROM slo.active_slos;
        TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts;
        INSERT INTO slo.services (service_id) VALUES ('cart'), ('mail'), ('free') ON CONFLICT DO NOTHING
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_hours_of_the_last_28_days_of_a_leap_month_are_summed_and_none_beside_them()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, NULL, NULL");
        await ActivateAsync("mail", "99.9, NULL, NULL, NULL, NULL");
        await StoreAsync(
            Hour("cart", "2024-02-01T23", 1, 9),
            Hour("cart", "2024-02-02T00", 5_000_000_000, 5_000_000_001),
            Hour("cart", "2024-02-15T11", 0, 0),
            Hour("cart", "2024-02-15T12", 0, 0, defects: TelemetryDefects.RequestsNotANumber),
            Hour("cart", "2024-02-29T23", 90, 100),
            Hour("cart", "2024-03-01T00", 1, 9),
            Hour("free", "2024-02-15T11", 1, 2));

        var counts = await Records.ReadCountsAsync(Leap.Window, CancellationToken.None);

        // Neither a service without telemetry nor one without an SLO is told of.
        counts.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<ObjectiveKey, ObjectiveCounts>(
            new(ServiceId.Of("cart"), null), new ObjectiveCounts(3, 3, 0, new SliCounts(5_000_000_090, 5_000_000_101))));
    }

    [Fact]
    public async Task Requests_within_a_threshold_are_counted_in_the_hours_that_have_it_for_a_boundary()
    {
        await ActivateAsync("cart", "NULL, 300, 500, 99.9, 700");
        await StoreAsync(
            Hour("cart", "2024-02-10T00", 10, 10, new LatencyHistogram([0.1, 0.3, 0.5], [1, 4, 8, 10])),
            Hour("cart", "2024-02-10T01", 20, 20, new LatencyHistogram([0.1, 0.3, 0.5], [2, 6, 20, 20])),
            Hour("cart", "2024-02-20T05", 30, 30, new LatencyHistogram([0.1, 0.5], [3, 25, 30])),
            Hour("cart", "2024-02-21T05", 40, 40));

        var counts = await Records.ReadCountsAsync(Leap.Window, CancellationToken.None);

        counts.Count.ShouldBe(3);
        Of(counts, 300).ShouldBe(new ObjectiveCounts(4, 2, 1, new SliCounts(10, 30)));
        Of(counts, 500).ShouldBe(new ObjectiveCounts(4, 3, 0, new SliCounts(53, 60)));
        Of(counts, 700).ShouldBe(new ObjectiveCounts(4, 0, 3, default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(150)]
    [InlineData(333)]
    [InlineData(1100)]
    public async Task A_threshold_in_milliseconds_is_the_boundary_in_seconds_that_people_write(int milliseconds)
    {
        double bound = double.Parse($"{milliseconds}e-3", System.Globalization.CultureInfo.InvariantCulture);
        await ActivateAsync("cart", $"NULL, NULL, {milliseconds}, NULL, NULL");
        await StoreAsync(Hour("cart", "2024-02-10T00", 10, 10, new LatencyHistogram([bound], [4, 10])));

        Of(await Records.ReadCountsAsync(Leap.Window, CancellationToken.None), milliseconds).Counts.ShouldBe(new SliCounts(4, 10));
    }

    [Fact]
    public async Task A_month_is_judged_by_all_this()
    {
        await ActivateAsync("cart", "99.9, NULL, NULL, 99, 250", "2026-02-01 00:00Z");
        await ActivateAsync("mail", "99.9, NULL, NULL, 99, 300", "2026-02-01 00:00:01Z");
        var month = Month("2026-02");
        var histogram = new LatencyHistogram([0.25], [98, 100]);
        await StoreAsync([.. new[] { "cart", "mail" }.SelectMany(s => Enumerable.Range(0, 672).Select(i =>
            new ServiceHour(ServiceId.Of(s), new HourlySli(month.Window.Start.AddHours(i), new SliCounts(i == 0 ? 932 : 1000, 1000), histogram, null))))]);
        var now = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var query = BreachRateQuery.Parse(null, null, null, null, now).Value!;

        var report = await new ReportBreachRate(Records, new FakeClock(now)).HandleAsync(query, CancellationToken.None);

        // 68 of 672,000 requests are a tenth of the budget; two of a hundred slow ones are twice the other.
        (report.Availability.Total.Judged, report.Availability.Total.Breached, report.Availability.Total.NotJudged.ActivatedDuringWindow).ShouldBe((1, 0, 1));
        (report.Latency.Total.Judged, report.Latency.Total.Breached, report.Latency.Total.NotJudged.ActivatedDuringWindow).ShouldBe((1, 1, 1));
        var breached = report.Breached.Objectives.ShouldHaveSingleItem();
        (breached.ServiceId, breached.ThresholdMs, breached.Achieved, breached.ErrorBudgetSpent).ShouldBe(("cart", 250, 98, 2));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told()
    {
        await using var nowhere = PostgresDataSource.Create(new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Password=x;Timeout=2" });
        var down = new PostgresObjectiveRecords(new PostgresDatabase(nowhere));

        await Should.ThrowAsync<DependencyUnavailableException>(() => down.ReadObjectivesAsync(Leap.End, CancellationToken.None));
        await Should.ThrowAsync<DependencyUnavailableException>(() => down.ReadCountsAsync(Leap.Window, CancellationToken.None));
    }

    private static ObjectiveCounts Of(IReadOnlyDictionary<ObjectiveKey, ObjectiveCounts> counts, int threshold) => counts[new(ServiceId.Of("cart"), threshold)];

    private static ReportMonth Month(string name) => ReportMonth.TryParse(name, out var month) ? month : throw new FormatException(name);

    private static ServiceHour Hour(
        string service, string hour, long good, long total, LatencyHistogram? latency = null, TelemetryDefects defects = TelemetryDefects.None) => new(
            ServiceId.Of(service),
            new HourlySli(DateTimeOffset.Parse($"{hour}:00Z", System.Globalization.CultureInfo.InvariantCulture), new SliCounts(good, total), latency, null, defects));

    private Task<int> StoreAsync(params ServiceHour[] hours) => new PostgresSliStore(postgres).StoreAsync(hours, CancellationToken.None);

    private Task ActivateAsync(string service, string targets, string since = "2024-01-01Z") => ExecuteAsync($"""
        INSERT INTO slo.active_slos (service_id, availability_target, latency_p95_target_ms, latency_p99_target_ms, latency_percentile, latency_threshold_ms,
          source, activated_at, activated_by)
        SELECT id, {targets}, 'manual', '{since}', 'ann' FROM slo.services WHERE service_id = '{service}'
        """);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(sql);
    }
}
