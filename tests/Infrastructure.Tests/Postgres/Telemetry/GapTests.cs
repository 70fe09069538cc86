using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Postgres.Telemetry;

namespace SloFunctions.Infrastructure.Tests.Postgres.Telemetry;

[Collection(PostgresTests.Name)]
public sealed class GapTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 20, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Start, Start.AddHours(8));

    private readonly PostgresSliStore store = new(new PostgresDatabase(database.Application));

    public async Task InitializeAsync()
    {
        await using var connection = await database.OpenAsync("superuser");
        await connection.ExecuteAsync(
            """
            TRUNCATE slo.sli_hourly_counts, slo.sli_daily_counts, slo.sli_gap_checks;
            INSERT INTO slo.services (service_id) VALUES ('a'), ('b'), ('c'), ('d') ON CONFLICT DO NOTHING
            """);
        await MeasureAsync("a", 0, 3, 5);
        await MeasureAsync("b", 1, 3, 4);
        await MeasureAsync("c", 0, 1, 2, 3, 4);
        // Outside the window there is more, which does not count.
        await MeasureAsync("d", -5, -3, 2, 12, 14);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Hours_missing_between_measured_ones_are_found_over_the_end_of_a_month() =>
        (await FindAsync()).ShouldBe(["1 a", "2 a,b", "4 a"]);

    [Fact]
    public async Task The_oldest_come_first() => (await FindAsync(2)).ShouldBe(["1 a", "2 a,b"]);

    [Fact]
    public async Task What_was_checked_is_not_found_again_and_the_rest_is()
    {
        await store.MarkCheckedAsync([new(Start.AddHours(1), [ServiceId.Of("a")]), new(Start.AddHours(2), [ServiceId.Of("b"), ServiceId.Of("nobody")])], CancellationToken.None);
        await store.MarkCheckedAsync([new(Start.AddHours(1), [ServiceId.Of("a")])], CancellationToken.None);

        (await FindAsync()).ShouldBe(["2 a", "4 a"]);
    }

    [Fact]
    public async Task An_hour_that_is_stored_is_no_gap_any_more()
    {
        await MeasureAsync("a", 1, 2, 4);

        (await FindAsync()).ShouldBe(["2 b"]);
    }

    private async Task<IEnumerable<string>> FindAsync(int most = 24) => (await store.FindGapsAsync(Window, most, CancellationToken.None))
        .Select(g => $"{Window.IndexOf(g.Hour)} {string.Join(',', g.Services.Select(s => s.Value))}");

    private Task<int> MeasureAsync(string service, params int[] hours) => store.StoreAsync(
        [.. hours.Select(h => new ServiceHour(ServiceId.Of(service), new HourlySli(Start.AddHours(h), new SliCounts(1, 1), null, null)))],
        CancellationToken.None);
}
