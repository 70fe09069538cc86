using System.Net;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Recommendations;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Observability;

[Collection(PlainAppTests.Name)]
public sealed class MetricsTests(PlainApp app)
{
    private const string Endpoint = "/api/v1/services/{serviceId}/slo-recommendations";

    [Fact]
    public async Task Requests_are_counted_by_the_template_of_their_route_whatever_path_was_asked_for()
    {
        await app.Api.GetAsync(Api.Recommendations("metrics-nobody-1"));
        await app.Api.GetAsync(Api.Recommendations("metrics-nobody-2"));

        string text = await MetricsAsync();

        var (labels, value) = MetricsText.Samples(text, "slo_engine_http_requests_total")
            .ShouldHaveSingle(s => s.Labels["endpoint"] == Endpoint && s.Labels["status_code"] == "404");
        value.ShouldBeGreaterThanOrEqualTo(2);
        labels.Keys.ShouldBe(["instance", "method", "endpoint", "status_code"], ignoreOrder: true);
        labels["method"].ShouldBe("GET");
        text.ShouldNotContain("metrics-nobody");
        MetricsText.Samples(text, "slo_engine_http_request_duration_seconds_count").ShouldHaveSingle(s => s.Labels["endpoint"] == Endpoint)
            .Labels.Keys.ShouldBe(["instance", "method", "endpoint"], ignoreOrder: true);
        var buckets = MetricsText.Samples(text, "slo_engine_http_request_duration_seconds_bucket").Where(s => s.Labels["endpoint"] == Endpoint).ToArray();
        buckets[0].Labels["le"].ShouldBe("0.005");
        buckets[^1].Labels["le"].ShouldBe("+Inf");
        buckets.Select(b => b.Value).ShouldBeInOrder();
    }

    [Fact]
    public async Task A_method_that_nobody_has_heard_of_makes_no_series_of_its_own()
    {
        await app.Api.SendAsync(new HttpRequestMessage(new HttpMethod("BREW"), "/api/v1/coffee"));

        string text = await MetricsAsync();

        text.ShouldNotContain("BREW");
        MetricsText.Samples(text, "slo_engine_http_requests_total").ShouldContain(s => s.Labels["method"] == "OTHER" && s.Labels["status_code"] == "404");
    }

    [OwnHostFact]
    public async Task Each_target_that_is_computed_is_counted_by_service_SLI_and_tier()
    {
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"metrics \"quoted\\ service","metadata":{}}],"edges":[]}""");
        (await app.Api.GetAsync(Api.Recommendations("metrics \"quoted\\ service"))).ShouldBe(HttpStatusCode.OK);

        string text = await MetricsAsync();

        var tiers = MetricsText.Samples(text, "slo_engine_recommendations_generated_total")
            .Where(s => s.Labels["service_id"] == """metrics \"quoted\\ service""" && s.Labels["sli_type"] == "availability").ToArray();
        tiers.Select(s => s.Labels["tier"]).ShouldBe(["conservative", "balanced", "aggressive"], ignoreOrder: true);
        tiers.ShouldAllBe(s => s.Value == 1);
        (await Promtool.CheckAsync(text)).ShouldBeEmpty();
    }

    [OwnHostFact]
    public async Task What_the_database_knows_is_told_beside_it()
    {
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"metrics-promise","metadata":{}}],"edges":[{"source":"metrics-promise","target":"metrics-found"}]}""");
        await KnownHistory.PromiseAsync(app, "metrics-promise", 99.5);

        // Figures are read again after a quarter of a minute.
        string text = await Eventually.GetAsync(MetricsAsync, t => MetricsText.Samples(t, "slo_objective_ratio").Any(s => s.Labels["service_id"] == "metrics-promise"));

        int registered = await app.Database!.ScalarAsync<int>("SELECT count(*) FROM slo.services WHERE NOT discovered");
        int discovered = await app.Database.ScalarAsync<int>("SELECT count(*) FROM slo.services WHERE discovered");
        One(text, "slo_up").ShouldBe(1);
        MetricsText.Samples(text, "slo_services").ShouldHaveSingle(s => s.Labels["scope"] == "discovered").Value.ShouldBeInRange(1, discovered);
        MetricsText.Samples(text, "slo_services").ShouldHaveSingle(s => s.Labels["scope"] == "in_scope").Value.ShouldBeInRange(1, registered);
        One(text, "slo_dependency_graph_nodes").ShouldBe(MetricsText.Samples(text, "slo_services").Sum(s => s.Value));
        One(text, "slo_engine_dependency_graph_nodes").ShouldBe(One(text, "slo_dependency_graph_nodes"));
        One(text, "slo_dependency_graph_edges").ShouldBeGreaterThan(0);
        One(text, "slo_circular_dependencies_open").ShouldBeGreaterThanOrEqualTo(0);
        One(text, "slo_database_size_bytes").ShouldBeGreaterThan(1 << 20);
        One(text, "slo_database_connections").ShouldBeInRange(1, One(text, "slo_database_connections_limit"));
        MetricsText.Samples(text, "slo_recommendation_services").Sum(s => s.Value)
            .ShouldBe(MetricsText.Samples(text, "slo_services").Single(s => s.Labels["scope"] == "in_scope").Value);
        var objective = MetricsText.Samples(text, "slo_objective_ratio").ShouldHaveSingle(s => s.Labels["service_id"] == "metrics-promise");
        objective.Labels["sli_type"].ShouldBe("availability");
        objective.Value.ShouldBe(0.995, 1e-12);
        (await Promtool.CheckAsync(text)).ShouldBeEmpty();
    }

    [OwnHostFact]
    public async Task A_Prometheus_scrapes_it()
    {
        await using var prometheus = await PrometheusServer.ScrapeAsync(new Uri(app.Api.BaseUrl, "/metrics"), app.Api.Key);
        using var asker = new Api(prometheus.BaseUrl, app.Api.Key);

        var answer = await Eventually.GetAsync(
            () => asker.GetAsync("/api/v1/query?query=" + Uri.EscapeDataString("slo_up{job=\"app\"} and on() (up == 1)")),
            a => a.Json.GetProperty("data").GetProperty("result").GetArrayLength() == 1);
        answer.Json.GetProperty("data").GetProperty("result")[0].GetProperty("value")[1].GetString().ShouldBe("1");

        // The instances of the app stay apart behind one address.
        var instances = await Eventually.GetAsync(
            () => asker.GetAsync("/api/v1/query?query=" + Uri.EscapeDataString("slo_engine_http_requests_total{endpoint=\"/metrics\"}")),
            a => a.Json.GetProperty("data").GetProperty("result").GetArrayLength() > 0);
        instances.Json.GetProperty("data").GetProperty("result")[0].GetProperty("metric").GetProperty("exported_instance").GetString().ShouldNotBeNullOrEmpty();
    }

    private static double One(string text, string name) => MetricsText.Samples(text, name).ShouldHaveSingleItem().Value;

    private async Task<string> MetricsAsync()
    {
        var answer = await app.Api.GetAsync("/metrics");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer.Headers["Content-Type"].ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        return answer.Text;
    }
}
