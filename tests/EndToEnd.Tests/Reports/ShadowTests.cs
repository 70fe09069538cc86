using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Recommendations;

namespace EndToEnd.Tests.Reports;

[Collection(PlainAppTests.Name)]
public sealed class ShadowTests(PlainApp app)
{
    private const double Observed = 0.9993;

    [OwnHostFact]
    public async Task A_manual_target_stands_beside_the_recommended_one_and_the_model_judges_both_alike()
    {
        await RegisterAsync("shadow-same", "shadow-strict");
        var balanced = await RecommendAsync("shadow-same");
        await RecommendAsync("shadow-strict");
        double target = balanced.GetProperty("target").GetDouble();
        await KnownHistory.PromiseAsync(app, "shadow-same", target);
        await KnownHistory.PromiseAsync(app, "shadow-strict", 99.99);

        var report = (await app.Api.GetAsync($"{Api.Shadow}?limit=500")).ShouldBe(HttpStatusCode.OK);

        report.Names().ShouldBe(["generated_at", "telemetry_through", "note", "totals", "services", "next_cursor"]);
        var same = Service(report, "shadow-same");
        same.GetProperty("verdict").GetString().ShouldBe("same");
        same.GetProperty("difference").GetProperty("percentage_points").GetDouble().ShouldBe(0);
        same.GetProperty("recommended").GetProperty("balanced").GetProperty("target").GetDouble().ShouldBe(target);
        same.GetProperty("manual").GetProperty("estimated_breach_probability").GetDouble()
            .ShouldBe(balanced.GetProperty("estimated_breach_probability").GetDouble(), 1e-6);
        same.GetProperty("trial").GetProperty("not_judged_because").GetString().ShouldBe("too_recent");
        var strict = Service(report, "shadow-strict");
        strict.GetProperty("verdict").GetString().ShouldBe("manual_stricter");
        strict.GetProperty("manual").GetProperty("estimated_breach_probability").GetDouble().ShouldBeGreaterThan(0.9);
        report.GetProperty("totals").GetProperty("compared").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
    }

    [OwnHostFact]
    public async Task Services_come_page_by_page()
    {
        await RegisterAsync("shadow-page-a", "shadow-page-b");
        foreach (string service in new[] { "shadow-page-a", "shadow-page-b" })
        {
            await RecommendAsync(service);
            await KnownHistory.PromiseAsync(app, service, 99);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await app.Api.GetAsync($"{Api.Shadow}?limit=1{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.GetProperty("services").EnumerateArray().Select(s => s.GetProperty("service_id").GetString()!));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        seen.ShouldContain("shadow-page-a");
        seen.ShouldContain("shadow-page-b");
        seen.ShouldBe(seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static JsonElement Service(JsonElement report, string service) =>
        report.GetProperty("services").EnumerateArray().Single(s => s.GetProperty("service_id").GetString() == service);

    private async Task RegisterAsync(string first, string second)
    {
        (await app.Api.IngestAsync($$$"""{"source":"manual","edges":[{"source":"{{{first}}}","target":"{{{second}}}","attributes":{"communication_mode":"async"}}]}"""))
            .ShouldBe(HttpStatusCode.Accepted);
    }

    private async Task<JsonElement> RecommendAsync(string service)
    {
        await KnownHistory.ObserveAsync(app, service, Observed);
        return (await app.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK)
            .GetProperty("recommendations")[0].GetProperty("tiers").GetProperty("balanced");
    }
}
