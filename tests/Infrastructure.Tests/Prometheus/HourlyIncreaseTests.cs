using SloFunctions.Domain.Telemetry;
using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>How requests are counted by the hour, asked of a real server.</summary>
public sealed class HourlyIncreaseTests(HourlyCases prometheus) : IClassFixture<HourlyCases>
{
    [Theory]
    [InlineData("unaligned", 60)]
    [InlineData("every-five-minutes", 300)]
    public async Task Hours_end_with_their_last_scrape_and_add_up(string service, int every)
    {
        double At(int end) => HourlyCases.Uneven(-593 + (((end + 593) / every) * every));

        var totals = await TotalsAsync(service);

        totals.ShouldBe([.. Enumerable.Range(0, 4).Select(h => (long)(At((h + 1) * Hour) - At(h * Hour)))]);
        totals.Sum().ShouldBe((long)(At(4 * Hour) - At(0)));
    }

    [Fact]
    public async Task A_scrape_missed_at_the_end_of_an_hour_moves_its_requests_into_the_next()
    {
        var (complete, missed) = (await TotalsAsync("unaligned"), await TotalsAsync("missed-scrape"));

        missed.Sum().ShouldBe(complete.Sum());
        missed[0].ShouldBe((long)(HourlyCases.Uneven(Hour - 113) - HourlyCases.Uneven(-53)));
    }

    [Fact]
    public async Task What_was_counted_before_and_after_a_restart_adds_up()
    {
        var totals = await TotalsAsync("restart-inside");

        // 110,000 at 6,187 s after 105,000 at 3,547 s; 15 × 7 at 7,147 s.
        totals.Take(2).ShouldBe([5000, 5000 + 105]);
    }

    [Fact]
    public async Task A_restart_between_the_scrapes_around_the_end_of_an_hour_takes_nothing_away()
    {
        // Scrapes of 7,147 s and 7,207 s; the restart at 7,170 s.
        (await TotalsAsync("restart-at-the-hour")).ShouldBe([3600, 3600, 10_747 - 7170, 3600]);
    }

    [Fact]
    public async Task Several_restarts_in_an_hour_sampled_at_both_ends_are_counted_exactly()
    {
        // Restarts at 4,230 s and 5,430 s: scrapes of 4,200 s and 5,400 s are the last before them.
        (await TotalsAsync("two-restarts")).ShouldBe([3600, 600 + 1170 + 1770, 3600, 3600]);
    }

    [Theory]
    [InlineData("two-restarts-unaligned", 1, 3600)]
    [InlineData("restart-of-a-young-counter", 0, 3330)]
    public async Task Restarts_that_cannot_be_told_apart_are_estimated_within_two_scrapes(string service, int hour, long requests)
    {
        var totals = await TotalsAsync(service);

        totals[hour].ShouldBeInRange(requests - 120, requests + 120);
        totals.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_status_born_on_a_known_instance_counts_from_zero()
    {
        var hours = await prometheus.ReadAsync("born-beside-siblings");

        hours.Select(h => h.Counts.Bad).ShouldBe([0, 5, 4, 0]);
        hours.Select(h => h.Counts.Good).ShouldBe([3600, 3600, 3600, 3600]);
    }

    [Fact]
    public async Task A_status_born_with_its_instance_counts_from_its_first_sample()
    {
        var hours = await prometheus.ReadAsync("born-alone");

        hours.Select(h => (h.Hour.Hour, h.Counts.Bad)).ShouldBe([(1, 0), (2, 4), (3, 0)]);
    }

    [Fact]
    public async Task An_instance_that_appears_counts_from_its_first_sample() =>
        (await TotalsAsync("appears")).ShouldBe([3547 - 1807, 3600, 3600, 3600]);

    [Fact]
    public async Task A_single_sample_measures_nothing() => (await TotalsAsync("seen-once")).ShouldBeEmpty();

    [Fact]
    public async Task An_instance_that_ends_counts_up_to_its_last_sample() =>
        (await TotalsAsync("ends")).ShouldBe([3600, 5347 - 3547]);

    [Fact]
    public async Task Requests_that_nobody_saw_are_not_made_up()
    {
        var hours = await prometheus.ReadAsync("gap");

        // The last scrape before the gap is that of 1,747 s; the first after it that of 9,007 s.
        hours.Select(h => (h.Hour.Hour, h.Counts.Total)).ShouldBe([(0, 1747 + 53), (2, 10_747 - 9007), (3, 3600)]);
    }

    [Fact]
    public async Task Instances_add_up() => (await TotalsAsync("two-pods")).ShouldBe([7200, 7200, 7200, 7200]);

    [Theory]
    [InlineData("replicas")]
    [InlineData("lost-replica")]
    [InlineData("lagging-replica")]
    public async Task An_instance_scraped_by_two_servers_counts_once(string service) =>
        (await TotalsAsync(service)).ShouldBe([3600, 3600, 3600, 3600]);

    [Fact]
    public async Task An_hour_without_requests_is_measured_with_zero() => (await TotalsAsync("no-traffic")).ShouldBe([0, 0, 0, 0]);

    [Theory]
    [InlineData("huge", "x 0 0 0")]
    [InlineData("not-a-number", "x x x x")]
    [InlineData("one-status-not-a-number", "3600 x x 3600")]
    [InlineData("infinite-for-a-while", "3600 x x 3600")]
    [InlineData("one-pod-not-a-number", "7200 x x 7200")]
    [InlineData("one-replica-not-a-number", "3600 3600 3600 3600")]
    public async Task An_hour_with_a_counter_that_makes_no_sense_is_unknown_and_says_so(string service, string expected)
    {
        var hours = await prometheus.ReadAsync(service);

        string.Join(' ', hours.Select(h => h.IsMeasured ? $"{h.Counts.Total}" : "x")).ShouldBe(expected);
        hours.Where(h => !h.IsMeasured).ShouldAllBe(h => h == HourlySli.Unknown(h.Hour));
        hours.Where(h => h.IsMeasured).ShouldAllBe(h => h.Defects == TelemetryDefects.None);
    }

    private async Task<IReadOnlyList<long>> TotalsAsync(string service) =>
        [.. (await prometheus.ReadAsync(service)).Select(h => h.Counts.Total)];
}
