using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Randomness;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Migrations;
using SloFunctions.Infrastructure.Postgres.Reliability;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Telemetry;

[Collection(PostgresTests.Name)]
public sealed class DailyCountsTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private const int Hours = 200;
    private static readonly DateTimeOffset Start = new(2026, 1, 29, 7, 0, 0, TimeSpan.Zero);
    private static readonly string[] Services = ["a", "b", "c"];
    private static readonly double[][] Layouts = [[0.1, 0.5], [0.1, 0.5, 1, 2.5]];

    private readonly PostgresDatabase postgres = new(database.Application);

    private PostgresSliStore Store => new(postgres);

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            "TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts; INSERT INTO slo.services (service_id) VALUES ('a'), ('b'), ('c') ON CONFLICT DO NOTHING");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Sums_over_any_window_are_those_of_its_hours(ulong seed)
    {
        await StoreRandomlyAsync(seed);
        var random = new SeededRandom(seed + 100);
        foreach (var window in Enumerable.Range(0, 25).Select(_ => Window(random)))
        {
            var histories = new Dictionary<string, SliHistory>();
            foreach (string service in Services)
                histories[service] = await Store.ReadHistoryAsync(ServiceId.Of(service), window, CancellationToken.None);

            var expected = histories.Where(h => h.Value.Counts.Total > 0).ToDictionary(h => h.Key, h => h.Value.Counts);
            (await new PostgresFleetCounts(postgres).ReadAllCountsAsync(window, CancellationToken.None))
                .ToDictionary(c => c.Key.Value, c => c.Value).ShouldBe(expected, ignoreOrder: true);
            (await Store.ReadCountsAsync([.. Services.Select(ServiceId.Of)], window, CancellationToken.None))
                .ToDictionary(c => c.Key.Value, c => c.Value).ShouldBe(expected, ignoreOrder: true);
            (await new PostgresAggregateStore(postgres).ReadSumsAsync(window, CancellationToken.None)).Select(Text)
                .ShouldBe(histories.Where(h => h.Value.Hours.Any(x => x is not null)).Select(h => Text(h.Key, h.Value)), ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Histories_of_the_fleet_have_a_slot_for_every_hour()
    {
        await StoreRandomlyAsync(7);
        var window = new TimeWindow(Start.AddHours(5), Start.AddHours(Hours - 3));
        var read = new Dictionary<string, SliCounts?[]>();

        await foreach (var (service, hours) in new PostgresFleetHistories(postgres).ReadAsync(window, CancellationToken.None))
            read.Add(service.Value, hours);

        foreach (string service in Services)
        {
            var history = await Store.ReadHistoryAsync(ServiceId.Of(service), window, CancellationToken.None);
            read[service].ShouldBe(history.Hours.Select(h => h?.Counts));
            read[service].ShouldContain((SliCounts?)null);
            read[service].ShouldContain(default(SliCounts));
        }

        read.Count.ShouldBe(Services.Length);
    }

    [Fact]
    public async Task An_hour_of_nonsense_is_a_gap_in_every_sum()
    {
        await StoreAsync(new HourlySli(Start, new SliCounts(1, 2), null, null), HourlySli.Unknown(Start.AddHours(1)));
        var window = new TimeWindow(Start.AddHours(-48), Start.AddHours(48));

        var sums = (await new PostgresAggregateStore(postgres).ReadSumsAsync(window, CancellationToken.None)).ShouldHaveSingleItem();

        sums.HoursMeasured.ShouldBe(1);
        await foreach (var (_, hours) in new PostgresFleetHistories(postgres).ReadAsync(window, CancellationToken.None))
            hours.Count(h => h is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Hours_of_one_day_stored_at_once_are_all_in_its_sum()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => StoreAsync(new HourlySli(Start.AddHours(i), new SliCounts(1, 1), null, null))));

        await using var connection = await database.OpenAsync("superuser");
        (await connection.LinesAsync("SELECT format('%s %s', hours, total) FROM slo.sli_daily_counts")).ShouldBe(["8 8"]);
    }

    [Fact]
    public async Task Hours_stored_before_the_migration_are_summed_by_it_as_the_store_would()
    {
        await StoreRandomlyAsync(11);
        const string Everything = """
            SELECT format('%s %s %s %s %s %s %s %s', s.service_id, d.day, l.bounds, d.hours, d.good, d.total, d.latency_through, d.latency_counts)
            FROM slo.sli_daily_counts d JOIN slo.services s ON s.id = d.service_id LEFT JOIN slo.latency_bucket_layouts l ON l.id = d.latency_layout_id
            ORDER BY 1
            """;
        await using var connection = await database.OpenAsync("superuser");
        var expected = await connection.LinesAsync(Everything);
        string fill = string.Concat(EmbeddedMigrations.All.Single(m => m.Version == 12).Up.Split("INSERT INTO slo.sli_daily_counts")[1].Split(";\n")[0]);

        await connection.ExecuteAsync("DELETE FROM slo.sli_daily_counts");
        await connection.ExecuteAsync("INSERT INTO slo.sli_daily_counts" + fill);

        (await connection.LinesAsync(Everything)).ShouldBe(expected);
        expected.Count.ShouldBeGreaterThan(20);
    }

    // Each hour is stored up to three times with other values, in batches across days, some never.
    private async Task StoreRandomlyAsync(ulong seed)
    {
        var random = new SeededRandom(seed);
        for (int pass = 0; pass < 3; pass++)
        {
            var hours = new List<ServiceHour>();
            foreach (string service in Services)
            {
                for (int i = 0; i < Hours; i++)
                {
                    if (random.Below(3) > 0) continue;
                    hours.Add(new ServiceHour(ServiceId.Of(service), Hour(random, i)));
                }
            }

            await Store.StoreAsync(hours, CancellationToken.None);
        }
    }

    private static HourlySli Hour(SeededRandom random, int i)
    {
        int total = random.Below(4) == 0 ? 0 : random.Below(1000);
        // The layout changes in the middle of a day, once for good and now and then.
        double[] bounds = Layouts[i > 100 || random.Below(20) == 0 ? 1 : 0];
        long[] counts = [.. bounds.Select(_ => (long)random.Below(total + 1)).Order(), total];
        var latency = random.Below(6) == 0 ? null : new LatencyHistogram(bounds, counts);
        return new HourlySli(Start.AddHours(i), new SliCounts(random.Below(total + 1), total), latency, null);
    }

    private static TimeWindow Window(SeededRandom random)
    {
        int from = random.Below(Hours) - 10;
        return new TimeWindow(Start.AddHours(from), Start.AddHours(from + random.Below(Hours)));
    }

    private static string Text(WindowSums sums) =>
        $"{sums.Service.Value} {sums.HoursMeasured} {sums.Counts} {string.Join(',', sums.Latency?.Bounds ?? [])} {string.Join(',', sums.Latency?.Cumulative ?? [])}";

    private static string Text(string service, SliHistory history) =>
        Text(new WindowSums(ServiceId.Of(service), history.Hours.Count(h => h is not null), history.Counts, history.Latency));

    private Task<int> StoreAsync(params HourlySli[] hours) =>
        Store.StoreAsync([.. hours.Select(h => new ServiceHour(ServiceId.Of("a"), h))], CancellationToken.None);
}
