using System.Net;
using EndToEnd.Tests.App;
using SloFunctions.Testing.Servers;

namespace EndToEnd.Tests.Observability;

public sealed class ExportTests : IAsyncLifetime
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string Caller = "00f067aa0ba902b7";
    private const string Secret = "a-secret-nobody-may-see";

    private Collector collector = null!;
    private RunningApp app = null!;

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        collector = await Collector.StartAsync();
        app = await RunningApp.StartAsync(
            PrometheusServer.StartAsync(Directory.CreateTempSubdirectory("slofunctions-").FullName),
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            });
    }

    public async Task DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (collector is not null) await collector.DisposeAsync();
    }

    [OwnHostFact]
    public async Task A_request_is_one_trace_from_its_caller_to_the_database()
    {
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"traced","metadata":{}}],"edges":[]}""");
        var request = new HttpRequestMessage(HttpMethod.Get, Api.Recommendations("traced") + "?sli_type=availability");
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        request.Headers.Add("Cookie", "session=" + Secret);

        (await app.Api.SendAsync(request)).ShouldBe(HttpStatusCode.OK);

        await Eventually.GetAsync(
            () => Task.FromResult(string.Join(' ', Own().Select(s => s.Name))),
            names => names.Contains("GetSloRecommendations", StringComparison.Ordinal) && names.Contains("GenerateRecommendations", StringComparison.Ordinal));
        var root = Own().ShouldHaveSingle(s => s.Name == "GetSloRecommendations");
        root.Parent.ShouldBe(Caller);
        root.Attributes["http.route"].ShouldBe("/api/v1/services/{serviceId}/slo-recommendations");
        Own().ShouldHaveSingle(s => s.Name == "Authenticate").Parent.ShouldBe(root.Id);
        var useCase = Own().ShouldHaveSingle(s => s.Name == "GenerateRecommendations");
        useCase.Parent.ShouldBe(root.Id);
        useCase.Attributes["slo.service_id"].ShouldBe("traced");
        Own().Count(s => s.Parent == useCase.Id && s.Attributes.ContainsKey("db.system.name")).ShouldBeGreaterThan(0);

        await Eventually.GetAsync(
            () => Task.FromResult(string.Join(' ', collector.Metrics)),
            names => names.Contains("slo_engine_http_requests_total", StringComparison.Ordinal) && names.Contains("slo_engine_recommendations_generated_total", StringComparison.Ordinal));
        collector.Metrics.ShouldContain("slo_engine_http_request_duration_seconds");
        await Eventually.GetAsync(() => Task.FromResult(string.Join('\n', collector.Logs)), logs => logs.Contains("Recommendation generated for traced", StringComparison.Ordinal));
        collector.Resources.ShouldContain(("service.name", "slo-functions"));
        collector.Resources.ShouldContain(r => r.Name == "service.instance.id" && r.Value.Length > 0);

        collector.Everything.ShouldNotContain(Secret);
        collector.Everything.ShouldNotContain(app.Api.Key[17..]);
        collector.Everything.ShouldNotContain(AppDatabase.Password);
    }

    [OwnHostFact]
    public async Task A_query_of_the_metric_store_is_a_span_with_its_kind_and_no_more()
    {
        await app.Api.IngestAsync("""{"source":"manual","nodes":[{"service_id":"traced-hours","metadata":{}}],"edges":[]}""");
        await app.Api.FireAsync("AggregateSlis");

        await Eventually.GetAsync(() => Task.FromResult(string.Join(' ', collector.Spans.Select(s => s.Name))), names => names.Contains("StoreDay", StringComparison.Ordinal));

        var run = collector.Spans.First(s => s.Name == "StoreDay");
        var query = collector.Spans.First(s => s.Name == "PromQL" && s.Trace == run.Trace);
        query.Attributes["query_type"].ShouldBe("range");
        query.Attributes.Keys.ShouldBe(["query_type", "server"], ignoreOrder: true);
    }

    private IEnumerable<CollectedSpan> Own() => collector.Spans.Where(s => s.Trace == Trace);
}
