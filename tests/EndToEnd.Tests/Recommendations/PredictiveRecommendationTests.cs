using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Recommendations;

[Collection(MeasuredAppTests.Name)]
public sealed class PredictiveRecommendationTests(MeasuredApp app)
{
    private static readonly string[] Tiers = ["conservative", "balanced", "aggressive"];
    private static readonly double[] Risks = [0.001, 0.01, 0.05];

    [TelemetryTheory]
    [InlineData("checkout")]
    [InlineData("payment")]
    [InlineData("search")]
    public async Task Thirty_days_of_metrics_give_tiers_with_honest_probabilities_a_confidence_and_an_explanation(string service)
    {
        var set = await GetAsync(service);

        set.GetProperty("method").GetString().ShouldBe("predictive");
        set.GetProperty("cold_start").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var item in set.GetProperty("recommendations").EnumerateArray())
        {
            item.GetProperty("confidence").GetProperty("score").GetDouble().ShouldBeInRange(0.3, 1);
            item.GetProperty("tiers").EnumerateObject().Select(t => t.Name).ShouldBe(Tiers);
        }

        var availability = set.GetProperty("recommendations")[0];
        foreach (var (tier, risk) in Tiers.Zip(Risks))
        {
            var target = availability.GetProperty("tiers").GetProperty(tier);
            if (target.GetProperty("target").ValueKind == JsonValueKind.Null) continue;
            target.GetProperty("estimated_breach_probability").GetDouble().ShouldBeInRange(0, risk * 1.05);
            target.GetProperty("target").GetDouble().ShouldBeLessThanOrEqualTo(target.GetProperty("raw_target").GetDouble());
        }

        var explanation = availability.GetProperty("explanation");
        var basis = explanation.GetProperty("attribution_basis");
        var features = explanation.GetProperty("feature_attribution").EnumerateArray().ToArray();
        features.Length.ShouldBe(6);
        features.Sum(f => f.GetProperty("contribution").GetDouble()).ShouldBe(1, 1e-4);
        (basis.GetProperty("base_value").GetDouble() + features.Sum(f => f.GetProperty("phi").GetDouble())).ShouldBe(basis.GetProperty("value").GetDouble(), 1e-6);
        basis.GetProperty("value").GetDouble().ShouldBe(availability.GetProperty("tiers").GetProperty("balanced").GetProperty("raw_target").GetDouble(), 1e-5);
        explanation.GetProperty("counterfactuals").GetArrayLength().ShouldBeGreaterThan(3);
    }

    [TelemetryTheory]
    [InlineData("checkout", "")]
    [InlineData("payment", "?method=historical_percentile")]
    [InlineData("frontend", "?lookback_days=7")]
    public async Task A_stored_recommendation_is_replayed_byte_for_byte(string service, string query)
    {
        var answer = await app.Api.GetAsync(Api.Recommendations(service, query));
        var id = answer.ShouldBe(HttpStatusCode.OK).GetProperty("recommendation_id").GetGuid();

        var replay = await app.Api.GetAsync($"{Api.Recommendations(service)}/{id}/replay");

        replay.ShouldBe(HttpStatusCode.OK);
        replay.Text.ShouldBe(answer.Text);
        replay.Headers["Slo-Replay"].ShouldBe("identical");
    }

    [TelemetryFact]
    public async Task A_replay_needs_the_id_of_a_set_of_the_service()
    {
        var id = (await GetAsync("checkout")).GetProperty("recommendation_id").GetGuid();

        (await app.Api.GetAsync($"{Api.Recommendations("checkout")}/nonsense/replay")).ShouldBeProblem(HttpStatusCode.BadRequest, "recommendation_id");
        (await app.Api.GetAsync($"{Api.Recommendations("payment")}/{id}/replay")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.Api.GetAsync($"{Api.Recommendations("checkout")}/{Guid.NewGuid()}/replay")).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    [TelemetryTheory]
    [InlineData("?method=guess", "method")]
    [InlineData("?method=", "method")]
    [InlineData("?method=Predictive", "method")]
    public async Task An_unknown_method_is_refused(string query, string field) =>
        (await app.Api.GetAsync(Api.Recommendations("checkout", query))).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    [TelemetryFact]
    public async Task The_fleet_taught_how_its_services_fail()
    {
        var provenance = (await GetAsync("checkout")).GetProperty("provenance");

        provenance.GetProperty("fleet_services").GetInt32().ShouldBeGreaterThan(40);
        provenance.GetProperty("fleet_incidents").GetInt32().ShouldBeGreaterThan(5);
        provenance.GetProperty("engine_version").GetInt32().ShouldBe(1);
    }

    private async Task<JsonElement> GetAsync(string service) => (await app.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK);
}
