using SloFunctions.Application.Telemetry;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Maintenance;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Prometheus;
using static SloFunctions.Infrastructure.Tests.Prometheus.Scrapes;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>How parts of hours are counted, asked of a real server.</summary>
public sealed class PartialHourTests(PartialHourCases prometheus) : IClassFixture<PartialHourCases>
{
    [Theory]
    [InlineData(1200, 2400, 1200, 1200)]
    [InlineData(0, 1200, 1200, 0)]
    [InlineData(2400, 3600, 1200, 0)]
    [InlineData(600, 1800, 1200, 600)]
    [InlineData(1215, 1230, 15, 15)]
    [InlineData(0, 3600, 3600, 1200)]
    public async Task What_falls_into_a_part_is_counted_exactly(int from, int to, long total, long bad)
    {
        var sli = (await ReadAsync(from, to, "outage")).Single().Sli;

        sli.Hour.ShouldBe(MetricsText.Origin.AddHours(1));
        sli.Counts.ShouldBe(new SliCounts(total - bad, total));
        sli.Latency!.Bounds.ShouldBe([0.1, 0.5]);
        sli.Latency.Cumulative.ShouldBe([total - bad, total, total]);
    }

    [Theory]
    [InlineData("outage", 7, 61, 1234, 1500, 3001)]
    [InlineData("restart", 600, 1490, 1800, 2718)]
    public async Task Successive_parts_add_up_to_the_stored_hour_wherever_they_are_cut(string service, params int[] cuts)
    {
        var hour = (await prometheus.ReadAsync(service, 2))[1];
        int[] ends = [0, .. cuts, Hour];

        var sum = default(SliCounts);
        // Between two scrapes there is nothing, and the next part has it.
        for (int i = 1; i < ends.Length; i++) sum = (await ReadAsync(ends[i - 1], ends[i], service)).Aggregate(sum, (all, part) => all + part.Sli.Counts);

        sum.ShouldBe(hour.Counts);
    }

    [Fact]
    public async Task Several_services_are_asked_about_together_and_those_without_samples_are_missing()
    {
        var found = await ReadAsync(900, 2700, "outage", "restart", "gone", "never seen");

        found.Select(h => h.Service.Value).ShouldBe(["outage", "restart"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_part_of_two_hours_is_none() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => ReadAsync(3000, 4000, "outage"));

    private Task<IReadOnlyList<ServiceHour>> ReadAsync(int from, int to, params string[] services)
    {
        var hour = MetricsText.Origin.AddHours(1);
        var part = new MaintenanceSpan(hour.AddSeconds(from), hour.AddSeconds(to));
        return new PrometheusPartialHours(prometheus.Client, prometheus.Options).ReadAsync(part, [.. services.Select(ServiceId.Of)], CancellationToken.None);
    }
}
