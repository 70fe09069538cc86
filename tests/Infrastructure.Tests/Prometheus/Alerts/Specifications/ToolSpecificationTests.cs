using System.Text.Json.Nodes;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Testing.Alerts;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts.Specifications;

public sealed class ToolSpecificationTests
{
    private static readonly AlertedObjective[] Cart = [new(ServiceId.Of("cart"), 0.9995) { Team = "shop" }, new(ServiceId.Of("cart"), 0.99, 1)];

    [Fact]
    public void Sloth_is_told_errors_and_totals_of_a_window_that_it_fills_in()
    {
        var document = Specified.Documents(SpecificationLanguage.Sloth, Cart).ShouldHaveSingleItem();

        Text(document["version"]).ShouldBe("prometheus/v1");
        Text(document["service"]).ShouldBe("cart");
        Text(document["labels"]!["team"]).ShouldBe("shop");
        var slos = document["slos"]!.AsArray();
        slos.Select(s => (Text(s!["name"]), s["objective"]!.GetValue<decimal>())).ShouldBe([("availability", 99.95m), ("latency-p99", 99m)]);
        var events = slos.Select(s => s!["sli"]!["events"]!).ToArray();
        Text(events[0]["total_query"]).ShouldBe("""sum(max without (prometheus_replica) (rate(http_requests_total{service="cart"}[{{.window}}])))""");
        Text(events[0]["error_query"]).ShouldBe($$$"""sum(max without (prometheus_replica) (rate(http_requests_total{service="cart",status=~"5.."}[{{.window}}]))) or 0 * {{{Text(events[0]["total_query"])}}}""");
        Text(events[1]["error_query"]).ShouldContain("""le="+Inf"}[{{.window}}]))) - sum(""");
    }

    [Fact]
    public void Sloth_makes_no_alerts_that_could_never_fire()
    {
        var alerting = Specified.Documents(SpecificationLanguage.Sloth, [new(ServiceId.Of("cart"), 0.8)]).Single()["slos"]![0]!["alerting"]!;

        alerting["page_alert"]!["disable"]!.GetValue<bool>().ShouldBeTrue();
        alerting["ticket_alert"]!["labels"]!["severity"]!.GetValue<string>().ShouldBe("ticket");
    }

    [Fact]
    public async Task Queries_of_Sloth_are_templates_of_the_window_only_and_Prometheus_reads_them()
    {
        var documents = Specified.Documents(SpecificationLanguage.Sloth, Specified.Objectives(Specified.HostileNames));

        string[] queries = [.. documents.SelectMany(d => d["slos"]!.AsArray()).Select(s => s!["sli"]!["events"]!).SelectMany(e => new[] { Text(e["error_query"]), Text(e["total_query"]) })];
        queries.ShouldAllBe(q => !q.Replace("{{.window}}", "", StringComparison.Ordinal).Contains("{{", StringComparison.Ordinal));
        (await CheckAsync(queries.Select(q => q.Replace("{{.window}}", "5m", StringComparison.Ordinal)))).ShouldBe("");
        documents.Select(d => Text(d["service"])).ShouldBeUnique();
    }

    [Fact]
    public void Pyrra_is_told_series_and_nothing_around_them()
    {
        var documents = Specified.Documents(SpecificationLanguage.Pyrra, Cart);

        documents.Select(d => Text(d["kind"])).ShouldAllBe(k => k == "ServiceLevelObjective");
        documents.Select(d => (Text(d["metadata"]!["name"]), Text(d["spec"]!["target"]), Text(d["spec"]!["window"]))).ShouldBe([("cart-availability", "99.95", "4w"), ("cart-latency-p99", "99", "4w")]);
        documents[0]["spec"]!["indicator"]!.ToJsonString().ShouldBe("{\"ratio\":{\"errors\":{\"metric\":" + Json("""http_requests_total{service="cart",status=~"5.."}""") + "},\"total\":{\"metric\":" + Json("""http_requests_total{service="cart"}""") + "}}}");
        Text(documents[1]["spec"]!["indicator"]!["latency"]!["total"]!["metric"]).ShouldBe("""http_request_duration_seconds_count{service="cart"}""");
        Text(documents[1]["spec"]!["indicator"]!["latency"]!["success"]!["metric"]).ShouldStartWith("http_request_duration_seconds_bucket{service=\"cart\",le=");
    }

    [Fact]
    public async Task Resources_of_Pyrra_have_distinct_names_and_Prometheus_reads_their_series()
    {
        var documents = Specified.Documents(SpecificationLanguage.Pyrra, Specified.Objectives(Specified.HostileNames));

        documents.Select(d => Text(d["metadata"]!["name"])).ShouldBeUnique();
        documents.Select(d => Text(d["metadata"]!["name"])).ShouldAllBe(n => n.Length <= 63);
        (await CheckAsync(documents.SelectMany(d => d["spec"]!["indicator"]!.AsObject().Single().Value!.AsObject()).Select(m => Text(m.Value!["metric"])))).ShouldBe("");
    }

    [Fact]
    public void A_histogram_that_is_named_otherwise_is_counted_by_its_last_bucket()
    {
        var options = new PrometheusOptions { Url = "http://localhost", LatencyMetric = "duration", ReplicaLabels = "" };

        var indicator = Specified.Documents(SpecificationLanguage.Pyrra, Cart, options)[1]["spec"]!["indicator"]!["latency"]!;

        Text(indicator["total"]!["metric"]).ShouldBe("""duration{service="cart",le="+Inf"}""");
        Specified.Text(SpecificationLanguage.Sloth, Cart, options).ShouldContain("sum(rate(duration{");
    }

    [Theory]
    [InlineData(SpecificationLanguage.Openslo, "one window")]
    [InlineData(SpecificationLanguage.Sloth, "means of five-minute ratios")]
    [InlineData(SpecificationLanguage.Pyrra, "whole numbers")]
    public void What_a_language_loses_stands_at_the_beginning(SpecificationLanguage language, string loss)
    {
        string text = Specified.Text(language, Cart);

        text.ShouldStartWith("# ");
        string.Join('\n', text.Split('\n').TakeWhile(l => l.StartsWith('#'))).ShouldContain(loss);
    }

    private static async Task<string> CheckAsync(IEnumerable<string> queries)
    {
        using var folder = new PromtoolFolder();
        var rules = queries.Select((q, i) => FormattableString.Invariant($"  - {{record: 'r{i}', expr: '{q.Replace("'", "''", StringComparison.Ordinal)}'}}\n"));
        await folder.SaveAsync("rules.yaml", $"groups:\n- name: queries\n  rules:\n{string.Concat(rules)}");
        return await folder.CheckAsync("rules.yaml");
    }

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
