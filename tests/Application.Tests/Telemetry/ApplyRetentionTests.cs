using SloFunctions.Application.Telemetry;
using SloFunctions.Testing;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Telemetry;

public sealed class ApplyRetentionTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 31, 22, 30, 0, TimeSpan.Zero);

    private readonly InMemoryRetention retention = new();
    private readonly FakeClock clock = new(Start);

    [Fact]
    public async Task Room_is_made_for_the_next_month_and_what_has_expired_goes()
    {
        retention.Expired = 7;

        (await RunAsync()).ShouldBe(new RetentionReport(2, 7));

        retention.Calls.ShouldBe([
            "ensure 2026-12-31 22:30 to 2027-01-31 22:30",
            "drop 2026-10-02 and 2025-12-30",
            "gap checks 2026-12-28 22:30",
            "recommendations 2026-10-02",
            "bulk runs 2026-10-02",
            "fleet evidence 2026-12-30 22:30"]);
    }

    [Fact]
    public async Task It_is_done_once_a_day_and_again_on_the_next_one()
    {
        await RunAsync();
        clock.Advance(TimeSpan.FromMinutes(89));
        (await RunAsync()).ShouldBeNull();
        clock.Advance(TimeSpan.FromMinutes(1));

        (await RunAsync()).ShouldNotBeNull();

        retention.Last.ShouldBe(Start.AddMinutes(90));
    }

    [Fact]
    public async Task A_run_that_failed_is_repeated_the_same_day()
    {
        retention.Fails = true;
        await Should.ThrowAsync<InvalidOperationException>(RunAsync);
        retention.Fails = false;

        (await RunAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_time_left_behind_by_a_clock_that_was_ahead_does_not_stop_it()
    {
        retention.Last = Start.AddYears(3);

        (await RunAsync()).ShouldNotBeNull();

        retention.Last.ShouldBe(Start);
    }

    [Fact]
    public async Task Recommendations_are_removed_in_batches_and_a_bounded_number_of_them()
    {
        retention.Expired = (ApplyRetention.MostBatches * ApplyRetention.Batch) + 1;

        (await RunAsync())!.RecommendationsPurged.ShouldBe(ApplyRetention.MostBatches * ApplyRetention.Batch);

        retention.Expired.ShouldBe(1);
    }

    private Task<RetentionReport?> RunAsync() =>
        new ApplyRetention(retention, new AggregationPolicy(), new RetentionPolicy(), clock).HandleAsync(CancellationToken.None);
}
