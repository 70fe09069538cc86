using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Recommendations;

[Collection(PlainAppTests.Name)]
public sealed class WholeGraphTests(PlainApp app)
{
    // What the history literally says, so that no incident that may come is in the figures.
    private const string Literal = "?method=historical_percentile";
    private const double Published = 1e-5;

    [OwnHostFact]
    public async Task Three_serial_dependencies_bound_a_service_by_the_product_of_all_four()
    {
        var snapshot = await IngestAsync("""
            {"source":"manual","edges":[{"source":"ac3-shop","target":"ac3-payment"},{"source":"ac3-shop","target":"ac3-bank"},{"source":"ac3-shop","target":"ac3-stock"}]}
            """);
        const double Product = 0.9999 * 0.999 * 0.9995 * 0.998;
        await KnownHistory.ObserveAsync(app, "ac3-payment", 0.999);
        await KnownHistory.ObserveAsync(app, "ac3-bank", 0.9995);
        await KnownHistory.ObserveAsync(app, "ac3-stock", 0.998);
        await KnownHistory.ObserveAsync(app, "ac3-shop", Product);

        var set = await GetAsync("ac3-shop");

        set.GetProperty("dependency_graph_snapshot_id").GetGuid().ShouldBe(snapshot);
        var impact = Impact(set);
        Number(impact, "composite_availability_bound").ShouldBe(Product * 100, Published);
        Number(impact, "self_availability").ShouldBe(99.99, Published);
        impact.GetProperty("hard_dependencies").GetInt32().ShouldBe(3);
        impact.GetProperty("bottleneck_service").GetString().ShouldBe("ac3-stock");
        var balanced = set.GetProperty("recommendations")[0].GetProperty("tiers").GetProperty("balanced");
        Number(balanced, "raw_target").ShouldBeLessThanOrEqualTo(Product * 100 + Published);
        var literal = (await GetAsync("ac3-shop", Literal)).GetProperty("recommendations")[0].GetProperty("tiers").GetProperty("balanced");
        Number(literal, "raw_target").ShouldBe(Product * 100, Published);
        Number(literal, "target").ShouldBe(99.5);
    }

    [OwnHostFact]
    public async Task What_is_not_measured_is_taken_from_SLOs_and_published_SLAs()
    {
        await IngestAsync("""
            {"source":"manual","nodes":[{"service_id":"sla-bank","metadata":{"service_type":"external","published_sla":99.99}}],
             "edges":[{"source":"sla-shop","target":"sla-bank"},{"source":"sla-shop","target":"sla-stock"}]}
            """);
        await KnownHistory.ObserveAsync(app, "sla-shop", 0.995);
        await KnownHistory.PromiseAsync(app, "sla-stock", 99.8);

        var impact = Impact(await GetAsync("sla-shop", Literal));

        Number(impact, "dependency_ceiling").ShouldBe(99.89 * 0.998, Published);
        var bank = impact.GetProperty("external_dependencies")[0];
        Number(bank, "availability_used").ShouldBe(99.89);
        bank.GetProperty("basis").GetString().ShouldBe("published_sla");
        Number(bank, "error_budget_consumption").ShouldBe(0.0011 / 0.005, 1e-6);
        bank.GetProperty("high_dependency_risk").GetBoolean().ShouldBeFalse();
    }

    [OwnHostFact]
    public async Task A_provider_that_consumes_more_than_30_percent_of_the_error_budget_is_a_high_risk()
    {
        await IngestAsync("""
            {"source":"manual","nodes":[{"service_id":"risk-bank","metadata":{"service_type":"external","published_sla":99.99}}],
             "edges":[{"source":"risk-shop","target":"risk-bank"}]}
            """);
        await KnownHistory.ObserveAsync(app, "risk-shop", 0.9985);
        await KnownHistory.PromiseAsync(app, "risk-shop", 99.7);

        var impact = Impact(await GetAsync("risk-shop"));

        impact.GetProperty("error_budget_target_source").GetString().ShouldBe("active_slo");
        impact.GetProperty("external_dependencies")[0].GetProperty("high_dependency_risk").GetBoolean().ShouldBeTrue();
        impact.GetProperty("notes")[0].GetString().ShouldBe("High dependency risk: risk-bank consumes 36.7% of the error budget at 99.7%.");
    }

    [OwnHostFact]
    public async Task Alternatives_and_cycles_on_the_way_are_solved_and_told()
    {
        await IngestAsync("""
            {"source":"manual","edges":[
              {"source":"any-shop","target":"any-a","attributes":{"redundancy_group":"caches"}},{"source":"any-shop","target":"any-b","attributes":{"redundancy_group":"caches"}},
              {"source":"any-shop","target":"any-left"},{"source":"any-left","target":"any-right"},{"source":"any-right","target":"any-left"},
              {"source":"any-shop","target":"any-mail","attributes":{"communication_mode":"async"}}]}
            """);
        foreach (var (service, ratio) in new[] { ("any-a", 0.99), ("any-b", 0.98), ("any-left", 0.995), ("any-right", 0.99), ("any-shop", 0.98) })
            await KnownHistory.ObserveAsync(app, service, ratio);

        var impact = Impact(await GetAsync("any-shop"));

        Number(impact, "dependency_ceiling").ShouldBe(99 * (1 - (0.01 * 0.02)), Published);
        Number(impact, "all_up").ShouldBe(98 * 0.995, Published);
        Names(impact.GetProperty("circular_dependencies")[0].GetProperty("members")).ShouldBe(["any-left", "any-right"]);
        Names(impact.GetProperty("redundancy_groups")[0].GetProperty("members")).ShouldBe(["any-a", "any-b"]);
        impact.GetProperty("soft_dependencies")[0].GetProperty("target").GetString().ShouldBe("any-mail");
    }

    [OwnHostFact]
    public async Task A_desired_target_is_judged_by_the_cached_recommendation()
    {
        await IngestAsync("""{"source":"manual","edges":[{"source":"wish-shop","target":"wish-bank"}]}""");
        await KnownHistory.ObserveAsync(app, "wish-bank", 0.9975);
        await KnownHistory.ObserveAsync(app, "wish-shop", 0.997);
        var cached = await app.Api.GetAsync(Api.Recommendations("wish-shop"));

        var desired = (await GetAsync("wish-shop", "?desired_target=99.99")).GetProperty("desired_target");

        desired.GetProperty("achievable").GetBoolean().ShouldBeFalse();
        var warning = desired.GetProperty("warnings")[0];
        warning.GetProperty("message").GetString()
            .ShouldBe("The desired target of 99.99% is unachievable. Composite availability bound is 99.7% given current dependency chain.");
        warning.GetProperty("suggestions")[0].GetString()
            .ShouldBe("To achieve 99.99%, each critical dependency must be at least 99.999% (Google's 10x rule)");
        (await app.Api.GetAsync(Api.Recommendations("wish-shop"))).Text.ShouldBe(cached.Text);
    }

    [OwnHostFact]
    public async Task A_new_dependency_far_below_makes_the_next_answer_rest_on_the_graph_with_it()
    {
        var before = await IngestAsync("""{"source":"manual","edges":[{"source":"deep-shop","target":"deep-a"},{"source":"deep-a","target":"deep-b"}]}""");
        await KnownHistory.ObserveAsync(app, "deep-shop", 0.999);
        var first = await GetAsync("deep-shop");

        var after = await IngestAsync("""{"source":"manual","edges":[{"source":"deep-b","target":"deep-c"}]}""");
        var second = await GetAsync("deep-shop");

        first.GetProperty("dependency_graph_snapshot_id").GetGuid().ShouldBe(before);
        second.GetProperty("dependency_graph_snapshot_id").GetGuid().ShouldBe(after);
        second.GetProperty("recommendation_id").GetGuid().ShouldNotBe(first.GetProperty("recommendation_id").GetGuid());
        Impact(second).GetProperty("longest_chain").GetInt32().ShouldBe(3);
        (await app.Database!.ScalarAsync<int>(
            $"SELECT count(*) FROM slo.slo_recommendations WHERE dependency_graph_snapshot_id = '{before}' AND status = 'superseded'"))
            .ShouldBe(first.GetProperty("recommendations").GetArrayLength());
    }

    private async Task<Guid> IngestAsync(string json) =>
        (await app.Api.IngestAsync(json)).ShouldBe(HttpStatusCode.Accepted).GetProperty("graph_snapshot_id").GetGuid();

    private async Task<JsonElement> GetAsync(string service, string query = "") =>
        (await app.Api.GetAsync(Api.Recommendations(service, query))).ShouldBe(HttpStatusCode.OK);

    private static JsonElement Impact(JsonElement set) =>
        set.GetProperty("recommendations")[0].GetProperty("explanation").GetProperty("dependency_impact");

    private static double Number(JsonElement element, string property) => element.GetProperty(property).GetDouble();

    private static string?[] Names(JsonElement list) => [.. list.EnumerateArray().Select(i => i.GetString())];
}
