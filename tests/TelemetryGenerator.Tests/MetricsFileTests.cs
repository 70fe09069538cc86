using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryGenerator.Tests;

public sealed partial class MetricsFileTests(GeneratedShop shop) : IClassFixture<GeneratedShop>
{
    [Fact]
    public void Families_are_contiguous_and_the_text_is_closed()
    {
        string[] families = [.. shop.Metrics.Runs.Select(FamilyOf)];
        families.Where((f, i) => i == 0 || f != families[i - 1]).ShouldBe(
            ["http_requests", "http_request_duration_seconds", "container_cpu_cfs_throttled_seconds", "traces_service_graph_request"]);
        shop.Metrics.Comments[^1].ShouldBe("# EOF");
    }

    [Fact]
    public void Samples_lie_on_the_step_from_start_to_end_and_begin_at_zero()
    {
        var end = DateTimeOffset.Parse(GeneratedShop.End, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        foreach (var series in shop.Metrics.All)
        {
            series.Samples.Keys.ShouldAllBe(t => t % 300 == 0 && t <= end && t >= end - (72 * 3600));
            if (series.Samples.TryGetValue(end - (72 * 3600), out var first))
            {
                first.ShouldBe(0);
            }
        }
    }

    [Fact]
    public void Latency_counts_are_the_requests_at_every_sample()
    {
        foreach (var count in shop.Metrics.All.Where(s => s.Name == "http_request_duration_seconds_count"))
        {
            bool IsSamePod(Series s) => s["pod"] == count["pod"] && s["prometheus_replica"] == count["prometheus_replica"];
            var infinite = shop.Metrics.Of("http_request_duration_seconds_bucket", count["service"]).Single(s => IsSamePod(s) && s["le"] == "+Inf");
            infinite.Samples.ShouldBe(count.Samples);
            if (count["service"] == "image-resizer")
            {
                // Its error series vanishes at restarts, so that the statuses no longer add up to the count.
                continue;
            }

            var statuses = shop.Metrics.Of("http_requests_total", count["service"]).Where(IsSamePod).ToList();
            count.Samples.ShouldAllBe(sample => statuses.Sum(s => s.Samples.GetValueOrDefault(sample.Key)) == sample.Value);
        }
    }

    [Fact]
    public void Pods_are_named_as_a_deployment_names_them()
    {
        foreach (var series in shop.Metrics.All.Where(s => s.Name == "http_requests_total"))
        {
            var rest = series["pod"][series["service"].Length..];
            series["pod"].ShouldStartWith(series["service"] + "-");
            PodSuffix().IsMatch(rest).ShouldBeTrue(series["pod"]);
        }
    }

    [Fact]
    public void The_graph_has_no_cycle_and_knows_every_service()
    {
        var nodes = shop.Graph.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("service_id").GetString()!).ToHashSet();
        nodes.ShouldBe(shop.Services.Select(s => s.GetProperty("service_id").GetString()!), ignoreOrder: true);
        shop.Graph.GetProperty("source").GetString().ShouldBe("manual");
        var open = shop.Graph.GetProperty("edges").EnumerateArray()
            .Select(e => (From: e.GetProperty("source").GetString()!, To: e.GetProperty("target").GetString()!)).ToHashSet();
        open.ShouldAllBe(e => nodes.Contains(e.From) && nodes.Contains(e.To));
        shop.Metrics.All.Where(s => s.Name == "traces_service_graph_request_total").Select(s => (s["client"], s["server"])).ShouldBe(open, ignoreOrder: true);
        while (open.RemoveWhere(e => open.All(other => other.From != e.To)) > 0)
        {
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public void More_services_than_the_shop_has_are_numbered_and_plain_ones_have_no_special_case()
    {
        shop.Generate("large", "--services", "60", "--days", "2", "--step", "3600", "--end", GeneratedShop.End);
        File.ReadAllText(shop.PathOf("large", "graph.json")).ShouldContain("\"svc-0060\"");

        shop.Generate("plain", "--services", "20", "--days", "2", "--step", "3600", "--end", GeneratedShop.End, "--scenario", "plain");
        var truth = File.ReadAllText(shop.PathOf("plain", "truth.json"));
        truth.ShouldContain("\"svc-0001\"");
        Regex.Count(truth, "\"case\":\"ordinary\"", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBe(20);
    }

    private static string FamilyOf(string sample) => SampleSuffix().Replace(sample, "");

    [GeneratedRegex("_(total|bucket|count|sum)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SampleSuffix();

    [GeneratedRegex("^-[0-9a-f]{8,10}-[a-z0-9]{5}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PodSuffix();
}
