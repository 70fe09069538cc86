using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Lifecycle;

[Collection(PlainAppTests.Name)]
public sealed class StoryTests(PlainApp app)
{
    private readonly Governed governed = new(app);

    [OwnHostFact]
    public async Task A_service_goes_from_the_graph_through_a_changed_recommendation_to_the_organisations_view()
    {
        // Ingest: a shop that needs its payment.
        await governed.RegisterAsync("story-shop", "story-payment");
        (await app.Api.IngestAsync("""{"source":"manual","edges":[{"source":"story-shop","target":"story-payment"}]}""")).ShouldBe(HttpStatusCode.Accepted);

        // Recommend.
        var set = await governed.RecommendAsync("story-payment");
        string id = set.GetProperty("recommendation_id").GetString()!;
        double recommended = set.GetProperty("recommendations")[0].GetProperty("tiers").GetProperty("balanced").GetProperty("target").GetDouble();

        // Modify: the team wants less.
        var decision = (await governed.DecideAsync(
            "story-payment",
            new { recommendation_id = id, action = "modify", selected_tier = "balanced", modifications = new { availability_target = 98.9 }, rationale = "A migration is ahead." },
            "stella")).ShouldBe(HttpStatusCode.OK);
        decision.GetProperty("modification_delta").GetProperty("availability").GetString()!.ShouldEndWith($"from recommended {recommended}");
        (await governed.DecideAsync("story-shop", new { action = "manual", targets = new { availability = 99.9 } })).ShouldBe(HttpStatusCode.OK);

        // Impact: the shop's SLO is at risk when payment promises even less.
        var impact = (await app.Api.PostAsync(
            Api.Impact, """{"service_id":"story-payment","proposed_change":{"sli_type":"availability","proposed_target":98}}""")).ShouldBe(HttpStatusCode.OK);
        impact.GetProperty("proposed_change").GetProperty("current_target").GetDouble().ShouldBe(98.9);
        impact.GetProperty("proposed_change").GetProperty("current_target_source").GetString().ShouldBe("active_slo");
        var shop = impact.GetProperty("impacted_services").EnumerateArray().Single(s => s.GetProperty("service_id").GetString() == "story-shop");
        shop.GetProperty("current_slo_target").GetDouble().ShouldBe(99.9);
        shop.GetProperty("slo_at_risk").GetBoolean().ShouldBeTrue();

        // History.
        var entry = (await AdministerAsync("/api/v1/services/story-payment/slo-history")).ShouldBe(HttpStatusCode.OK).GetProperty("entries")[0];
        entry.GetProperty("action").GetString().ShouldBe("modify");
        entry.GetProperty("actor").GetString().ShouldBe("stella@example.org");
        entry.GetProperty("rationale").GetString().ShouldBe("A migration is ahead.");
        entry.GetProperty("new_slo").GetProperty("targets").GetProperty("availability").GetDouble().ShouldBe(98.9);
        (await AdministerAsync("/api/v1/audit/verification")).ShouldBe(HttpStatusCode.OK).GetProperty("intact").GetBoolean().ShouldBeTrue();

        // Dashboards, once their views are refreshed.
        (await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/functions/RefreshDashboards") { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.Accepted);
        var coverage = await Eventually.GetAsync(() => TotalsAsync("coverage"), totals => totals.GetProperty("with_slo").GetInt32() >= 2);
        coverage.GetProperty("by_source").GetProperty("recommendation_modified").GetInt32().ShouldBeGreaterThan(0);
        var quality = await TotalsAsync("recommendation-quality");
        quality.GetProperty("recent_decisions").GetProperty("modified").GetInt32().ShouldBeGreaterThan(0);
        var budgets = await TotalsAsync("error-budget-health");
        budgets.GetProperty("objectives").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
    }

    private async Task<JsonElement> TotalsAsync(string dashboard) =>
        (await app.Api.GetAsync($"/api/v1/dashboard/{dashboard}?team={Governed.Team}")).ShouldBe(HttpStatusCode.OK).GetProperty("totals");

    private Task<Answer> AdministerAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", app.AdministratorToken());
        return app.Api.SendAsync(request);
    }
}
