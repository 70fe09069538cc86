using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Graph;
using SloFunctions.Infrastructure.Postgres.Telemetry;
using static SloFunctions.Infrastructure.Tests.Postgres.Graph.Submissions;

namespace SloFunctions.Infrastructure.Tests.Postgres.Telemetry;

[Collection(PostgresTests.Name)]
public sealed class SliStoreTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 22, 0, 0, TimeSpan.Zero);
    private static readonly LatencyHistogram Narrow = new([0.1, 0.5], [5, 9, 10]);
    private static readonly LatencyHistogram Wide = new([0.1, 0.5, 1.0 / 3 * 4, 1e-9 + 2], [5, 9, 9, 9, 10]);

    private readonly PostgresSliStore store = new(new PostgresDatabase(database.Application));

    [Fact]
    public async Task Hours_come_back_as_they_were_stored_over_the_end_of_a_month_and_with_any_layout()
    {
        await RegisterAsync("whole");
        HourlySli[] hours =
        [
            new(Start, new SliCounts(9, 10), Narrow, 1.25),
            new(Start.AddHours(1), new SliCounts(0, 0), null, null),
            new(Start.AddHours(2), new SliCounts(10, 10), Wide, 0),
            new(Start.AddHours(4), new SliCounts(0, 1_000_000_000_000_000), Narrow, null, TelemetryDefects.MixedLayouts | TelemetryDefects.MissingInfinity),
        ];

        (await StoreAsync("whole", hours)).ShouldBe(4);

        var history = await HistoryAsync("whole", Start, 6);
        history.Hours.Select(h => h?.Hour).ShouldBe([Start, Start.AddHours(1), Start.AddHours(2), null, Start.AddHours(4), null]);
        history.Hours.OfType<HourlySli>().Select(Text).ShouldBe(hours.Select(Text));
    }

    [Fact]
    public async Task An_hour_of_which_nothing_is_known_comes_back_as_a_gap_with_its_reason()
    {
        await RegisterAsync("unknown-hour");

        (await StoreAsync("unknown-hour", HourlySli.Unknown(Start), new HourlySli(Start.AddHours(1), new SliCounts(1, 2), null, null))).ShouldBe(2);

        var history = await HistoryAsync("unknown-hour", Start, 2);
        history.Hours.Select(h => h?.Counts.Total).ShouldBe([null, 2]);
        history.Defects.ShouldBe([TelemetryDefects.RequestsNotANumber, TelemetryDefects.None]);

        await StoreAsync("unknown-hour", new HourlySli(Start, new SliCounts(3, 4), null, null));
        (await HistoryAsync("unknown-hour", Start, 2)).Defects.ShouldBe([TelemetryDefects.None, TelemetryDefects.None]);
    }

    [Fact]
    public async Task An_hour_that_is_stored_again_is_replaced()
    {
        await RegisterAsync("again");
        await StoreAsync("again", new HourlySli(Start, new SliCounts(9, 10), Narrow, 5), new HourlySli(Start.AddHours(1), new SliCounts(1, 1), null, null));

        (await StoreAsync("again", new HourlySli(Start, new SliCounts(8, 12), null, null))).ShouldBe(1);

        (await HistoryAsync("again", Start, 2)).Hours.Select(h => Text(h!)).ShouldBe(["8/12   ", "1/1   "]);
    }

    [Fact]
    public async Task Services_that_are_not_registered_are_passed_over()
    {
        await RegisterAsync("known");

        var stored = await store.StoreAsync([Of("known", Start), Of("unknown", Start), Of("KNOWN", Start)], CancellationToken.None);

        stored.ShouldBe(1);
        (await store.StoreAsync([Of("unknown", Start)], CancellationToken.None)).ShouldBe(0);
        (await store.StoreAsync([], CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task A_history_holds_the_hours_of_its_window_and_service_alone()
    {
        await RegisterAsync("window", "beside");
        await StoreAsync("window", [.. Enumerable.Range(0, 5).Select(i => new HourlySli(Start.AddHours(i), new SliCounts(i, i), null, null))]);
        await StoreAsync("beside", new HourlySli(Start.AddHours(2), new SliCounts(99, 99), null, null));

        (await HistoryAsync("window", Start.AddHours(1), 3)).Hours.Select(h => h!.Counts.Total).ShouldBe([1, 2, 3]);
        (await HistoryAsync("window", Start.AddYears(-3), 24)).Hours.ShouldAllBe(h => h == null);
        (await HistoryAsync("nobody", Start, 2)).Hours.ShouldAllBe(h => h == null);
    }

    [Fact]
    public async Task Counts_are_summed_a_service_and_those_without_traffic_are_missing()
    {
        await RegisterAsync("sum-a", "sum-b", "sum-idle", "sum-none");
        await StoreAsync("sum-a", [.. Enumerable.Range(0, 4).Select(i => new HourlySli(Start.AddHours(i), new SliCounts(10 * i, 11 * i), null, null))]);
        await StoreAsync("sum-b", new HourlySli(Start.AddHours(1), new SliCounts(0, 7), null, null));
        await StoreAsync("sum-idle", new HourlySli(Start.AddHours(1), default, null, null));

        var counts = await store.ReadCountsAsync(
            [.. new[] { "sum-a", "sum-b", "sum-idle", "sum-none", "nobody" }.Select(ServiceId.Of)],
            new TimeWindow(Start.AddHours(1), Start.AddHours(3)),
            CancellationToken.None);

        counts.OrderBy(c => c.Key.Value, StringComparer.Ordinal).ShouldBe(
            [new(ServiceId.Of("sum-a"), new SliCounts(30, 33)), new(ServiceId.Of("sum-b"), new SliCounts(0, 7))]);
        (await store.ReadCountsAsync([], new TimeWindow(Start, Start.AddHours(1)), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_is_kept_and_never_goes_back()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.aggregation_progress SET through = NULL");
        (await store.ReadStateAsync(CancellationToken.None)).Through.ShouldBeNull();

        await store.AdvanceAsync(Start, CancellationToken.None);
        await store.AdvanceAsync(Start.AddHours(-1), CancellationToken.None);
        (await store.ReadStateAsync(CancellationToken.None)).Through.ShouldBe(Start);

        await store.AdvanceAsync(Start.AddHours(1), CancellationToken.None);
        (await store.ReadStateAsync(CancellationToken.None)).Through.ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public async Task A_service_is_unfilled_until_the_run_that_planned_it_has_marked_it()
    {
        await RegisterAsync("fill-b");
        await store.PlanHistoriesAsync(Start, CancellationToken.None);
        await Into(database).StoreAsync(Nodes([Node("fill-a")]), CancellationToken.None);
        await store.PlanHistoriesAsync(Start, CancellationToken.None);
        (await UnfilledAsync()).ShouldBe(["fill-a", "fill-b"]);
        (await store.ReadPlannedAsync(Start, CancellationToken.None)).Select(s => s.Value).ShouldContain("fill-b");

        await store.MarkFilledAsync(Start, Start, CancellationToken.None);

        (await UnfilledAsync()).ShouldBe(["fill-a"]);
        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<DateTime>("SELECT telemetry_since FROM slo.services WHERE service_id = 'fill-b'")).ShouldBe(Start.UtcDateTime);
    }

    [Fact]
    public async Task What_a_later_run_has_planned_an_earlier_one_does_not_mark()
    {
        await RegisterAsync("later");
        await store.PlanHistoriesAsync(Start.AddMinutes(1), CancellationToken.None);
        await store.PlanHistoriesAsync(Start.AddMinutes(2), CancellationToken.None);

        await store.MarkFilledAsync(Start.AddMinutes(1), Start, CancellationToken.None);

        (await store.ReadPlannedAsync(Start.AddMinutes(1), CancellationToken.None)).ShouldBeEmpty();
        (await store.ReadStateAsync(CancellationToken.None)).Unfilled.Select(s => s.Value).ShouldContain("later");
        await store.MarkFilledAsync(Start.AddMinutes(2), Start, CancellationToken.None);
    }

    [Fact]
    public async Task Services_are_marked_after_a_graph_submission_that_may_hold_their_rows()
    {
        await RegisterAsync("turn");
        var run = Start.AddMinutes(3);
        await store.PlanHistoriesAsync(run, CancellationToken.None);
        await using var connection = await database.OpenAsync("superuser");
        await using var submission = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('slo.graph', 0))");

        var marking = store.MarkFilledAsync(run, Start, CancellationToken.None);
        // Within its transaction a session sees the activity of its first look only, so that another one has to watch.
        await using var watching = await database.OpenAsync("superuser");
        const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory'";
        while (!marking.IsCompleted && await watching.ScalarAsync<long>(Waiting) == 0)
            await Task.Delay(10);

        marking.IsCompleted.ShouldBeFalse();
        await submission.RollbackAsync();
        await marking;
        (await UnfilledAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_hours_stored_at_once_in_any_order_are_stored_once()
    {
        string[] services = [.. Enumerable.Range(0, 10).Select(i => $"parallel-{i}")];
        await RegisterAsync(services);
        var hours = services.SelectMany(s => Enumerable.Range(0, 100).Select(i => Of(s, Start.AddMonths(7).AddHours(i), i % 3 == 0 ? Narrow : Bounds(i)))).ToArray();
        // Partitions and layouts that are new would make them take turns anyway.
        await store.StoreAsync(hours, CancellationToken.None);

        var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
        {
            var order = hours.ToArray();
            new Random(i).Shuffle(order);
            return store.StoreAsync(order, CancellationToken.None);
        }));

        stored.ShouldAllBe(count => count == hours.Length);
        await using var connection = await database.OpenAsync("superuser");
        (await connection.ScalarAsync<long>(
            "SELECT count(*) FROM slo.sli_hourly_counts c JOIN slo.services s ON s.id = c.service_id WHERE s.service_id LIKE 'parallel-%'"))
            .ShouldBe(hours.Length);
    }

    [Fact]
    public async Task Hours_that_are_refused_leave_nothing_behind()
    {
        await RegisterAsync("refused");

        await Should.ThrowAsync<Npgsql.PostgresException>(
            () => StoreAsync("refused", new HourlySli(Start, new SliCounts(1, 1), null, null), new HourlySli(Start.AddHours(1), new SliCounts(1, 1), null, -1)));

        (await HistoryAsync("refused", Start, 2)).Hours.ShouldAllBe(h => h == null);
    }

    private static LatencyHistogram Bounds(int seed) => new([1, 2 + (seed % 5)], [1, 1, 1]);

    private static ServiceHour Of(string service, DateTimeOffset hour, LatencyHistogram? latency = null) =>
        new(ServiceId.Of(service), new HourlySli(hour, new SliCounts(1, 1), latency, null));

    private static string Text(HourlySli hour) =>
        $"{hour.Counts.Good}/{hour.Counts.Total} {string.Join(',', hour.Latency?.Bounds ?? [])} {string.Join(',', hour.Latency?.Cumulative ?? [])} {hour.ThrottledSeconds}{(hour.Defects == TelemetryDefects.None ? "" : $" {hour.Defects}")}";

    private async Task RegisterAsync(params string[] services)
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync("UPDATE slo.services SET telemetry_since = now()");
        await Into(database)
            .StoreAsync(Nodes([.. services.Select(s => Node(s))]), CancellationToken.None);
    }

    private Task<int> StoreAsync(string service, params HourlySli[] hours) =>
        store.StoreAsync([.. hours.Select(h => new ServiceHour(ServiceId.Of(service), h))], CancellationToken.None);

    private Task<SliHistory> HistoryAsync(string service, DateTimeOffset start, int hours) =>
        store.ReadHistoryAsync(ServiceId.Of(service), new TimeWindow(start, start.AddHours(hours)), CancellationToken.None);

    private async Task<IEnumerable<string>> UnfilledAsync() =>
        (await store.ReadStateAsync(CancellationToken.None)).Unfilled.Select(s => s.Value);
}
