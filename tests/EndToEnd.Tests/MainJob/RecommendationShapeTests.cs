using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.MainJob;

[Collection(MeasuredAppTests.Name)]
public sealed class RecommendationShapeTests(MeasuredApp app)
{
    private static readonly string[] Tiers = ["conservative", "balanced", "aggressive"];

    [TelemetryTheory]
    [InlineData("checkout")]
    [InlineData("frontend")]
    [InlineData("search")]
    [InlineData("payment")]
    [InlineData("inventory")]
    public async Task A_set_of_recommendations_has_the_documented_shape(string service)
    {
        var set = await GetAsync(service);

        set.Names().ShouldBe(
        [
            "recommendation_id", "service_id", "generated_at", "expires_at", "stale", "method", "lookback_window", "data_quality",
            "dependency_graph_snapshot_id", "recommendations", "cold_start", "provenance",
        ]);
        set.GetProperty("recommendation_id").GetGuid().ShouldNotBe(Guid.Empty);
        set.GetProperty("service_id").GetString().ShouldBe(service);
        set.GetProperty("generated_at").GetString()!.ShouldEndWith("Z");
        set.GetProperty("stale").GetBoolean().ShouldBeFalse();
        var quality = set.GetProperty("data_quality");
        quality.Names().ShouldBe(["data_completeness", "hours_measured", "hours_with_traffic", "telemetry_gaps", "confidence_note", "notes", "changes"]);
        quality.GetProperty("data_completeness").GetDouble().ShouldBeInRange(0.01, 1);
        quality.GetProperty("confidence_note").GetString()!.ShouldStartWith("Based on 30 days");
        set.GetProperty("recommendations").EnumerateArray().Select(i => i.GetProperty("sli_type").GetString()).ShouldBe(["availability", "latency"]);
    }

    [TelemetryTheory]
    [InlineData("checkout")]
    [InlineData("search")]
    [InlineData("notification")]
    public async Task Availability_has_three_tiers_that_grow_more_ambitious_and_an_explanation(string service)
    {
        var item = (await GetAsync(service)).GetProperty("recommendations")[0];

        item.Names().ShouldBe(["sli_type", "id", "metric", "achieved", "confidence", "tiers", "explanation"]);
        item.GetProperty("metric").GetString().ShouldBe("error_rate");
        var tiers = item.GetProperty("tiers");
        tiers.Names().ShouldBe(Tiers);
        foreach (var tier in tiers.EnumerateObject())
        {
            tier.Value.Names().ShouldBe(
            [
                "target", "raw_target", "error_budget_monthly_minutes", "error_budget_window_minutes", "estimated_breach_probability",
                "historical_breach_share", "historical_windows", "confidence_interval", "exceeds_composite_bound", "notes",
            ]);
            double raw = tier.Value.GetProperty("raw_target").GetDouble();
            var interval = tier.Value.GetProperty("confidence_interval");
            raw.ShouldBeInRange(interval[0].GetDouble(), interval[1].GetDouble());
        }

        ShouldNotFall(Tiers.Select(name => tiers.GetProperty(name).GetProperty("raw_target").GetDouble()));
        ShouldNotFall(Tiers.Select(name => tiers.GetProperty(name).GetProperty("target")).Where(t => t.ValueKind == JsonValueKind.Number).Select(t => t.GetDouble()));

        var explanation = item.GetProperty("explanation");
        explanation.GetProperty("summary").GetString()!.ShouldStartWith($"{service} achieved ");
        var impact = explanation.GetProperty("dependency_impact");
        impact.GetProperty("composite_availability_bound").GetDouble().ShouldBeInRange(0, 100);
        impact.GetProperty("achieved").GetDouble().ShouldBe(item.GetProperty("achieved").GetDouble(), 0.5, "The impact tells of 28 days, the item of the look-back.");
        impact.GetProperty("method").GetString().ShouldBe("exact");
    }

    [TelemetryTheory]
    [InlineData("checkout")]
    [InlineData("pricing")]
    public async Task Latency_has_three_tiers_that_grow_more_ambitious_and_an_explanation(string service)
    {
        var item = (await GetAsync(service)).GetProperty("recommendations")[1];

        item.Names().ShouldBe(["sli_type", "id", "metric", "achieved_ms", "confidence", "tiers", "explanation"]);
        item.GetProperty("metric").GetString().ShouldBe("p99_response_time_ms");
        var tiers = item.GetProperty("tiers");
        tiers.Names().ShouldBe(Tiers);
        Tiers.Select(name => tiers.GetProperty(name).GetProperty("percentile").GetString()).ShouldBe(["p99.9", "p99", "p95"]);
        foreach (var tier in tiers.EnumerateObject())
        {
            tier.Value.Names().ShouldBe(
            [
                "target_ms", "percentile", "raw_target_ms", "estimated_breach_probability", "historical_breach_share", "historical_windows", "notes",
            ]);
            tier.Value.GetProperty("estimated_breach_probability").GetDouble().ShouldBeInRange(0, 1);
        }

        ShouldNotFall(Tiers.Reverse().Select(name => tiers.GetProperty(name).GetProperty("target_ms").GetDouble()));
        item.GetProperty("explanation").Names().ShouldBe(
        [
            "summary", "feature_attribution", "attribution_basis", "counterfactuals", "noise_margin", "hours_left_out", "journey", "note", "notes",
        ]);
        item.GetProperty("explanation").GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
        item.GetProperty("explanation").GetProperty("noise_margin").GetDouble().ShouldBeInRange(0.05, 0.10);
        item.GetProperty("explanation").GetProperty("hours_left_out").GetInt32().ShouldBe(0);
    }

    private async Task<JsonElement> GetAsync(string service) => (await app.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK);

    private static void ShouldNotFall(IEnumerable<double> values) => values.ShouldBe(values.Order().ToArray());
}
