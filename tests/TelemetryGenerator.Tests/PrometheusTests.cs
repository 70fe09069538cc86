using System.Globalization;
using System.Text.Json;

namespace TelemetryGenerator.Tests;

public sealed class PrometheusTests(GeneratedShop shop) : IClassFixture<GeneratedShop>
{
    private const string Requests = "http_requests_total";

    // One millisecond more than an hour: the first sample of the hour counts whether the range is closed or left-open.
    private const string Increase = $"sum by (service, status) (max without (prometheus_replica) (increase({Requests}[3600001ms])))";
    private const string Births =
        $"""
        sum by (service, status) (max without (prometheus_replica) (
          (min_over_time({Requests}[1h]) unless {Requests} offset 1h) and ignoring (status) ({Requests} offset 1h)))
        """;

    // Born series count with their last value: nothing is extrapolated.
    private const string IncreaseOrBirth =
        $"""
        sum by (service, status) (max without (prometheus_replica) (
          (increase({Requests}[3600001ms]) and {Requests} offset 1h)
          or ((last_over_time({Requests}[1h]) unless {Requests} offset 1h) and ignoring (status) ({Requests} offset 1h))))
        """;

    private static DateTimeOffset End => DateTimeOffset.Parse(GeneratedShop.End, CultureInfo.InvariantCulture);

    [PrometheusFact]
    public async Task Prometheus_counts_the_truth_for_every_service_and_hour()
    {
        using var server = await PrometheusServer.ServeAsync(shop.PathOf("first", "metrics.om"), shop.PathOf("first", ""));

        (await ReadAsync(server, Increase, Births)).ShouldBe(Known());
        (await ReadAsync(server, IncreaseOrBirth)).ShouldBe(Known());
        (await ReadAsync(server, Increase)).ShouldNotBe(Known(), "Births must matter, or this test shows nothing about them.");
    }

    private List<(string Service, int Hour, double Good, double Total)> Known() =>
        [.. (from service in shop.Services
            from hour in Enumerable.Range(0, 72)
            let total = service.GetProperty("total")[hour]
            where total.ValueKind != JsonValueKind.Null
            select (service.GetProperty("service_id").GetString()!, hour, service.GetProperty("good")[hour].GetDouble(), total.GetDouble())).Order()];

    private static async Task<List<(string Service, int Hour, double Good, double Total)>> ReadAsync(PrometheusServer server, params string[] queries)
    {
        List<(string Service, int Hour, bool IsBad, double Count)> counts = [];
        foreach (var query in queries)
        {
            foreach (var series in await server.HourlyAsync(query, End.AddHours(-71), End))
            {
                var labels = series.GetProperty("metric");
                counts.AddRange(series.GetProperty("values").EnumerateArray().Select(point => (
                    labels.GetProperty("service").GetString()!,
                    (int)(DateTimeOffset.FromUnixTimeSeconds(point[0].GetInt64()) - End).TotalHours + 71,
                    labels.GetProperty("status").GetString()![0] == '5',
                    Math.Round(double.Parse(point[1].GetString()!, CultureInfo.InvariantCulture)))));
            }
        }

        return [.. counts.GroupBy(c => (c.Service, c.Hour)).Select(
            g => (g.Key.Service, g.Key.Hour, g.Where(c => !c.IsBad).Sum(c => c.Count), g.Sum(c => c.Count))).Order()];
    }
}
