using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Dashboards;

/// <summary>Figures are worked out by hand from the rows of <see cref="DashboardApp"/>.</summary>
public sealed class DashboardTests(DashboardApp app) : IClassFixture<DashboardApp>
{
    public static TheoryData<string> Dashboards => ["coverage", "error-budget-health", "recommendation-quality"];

    [OwnHostTheory]
    [MemberData(nameof(Dashboards))]
    public void An_empty_database_has_a_dashboard_of_nothing_that_is_computed_when_first_asked_for(string dashboard)
    {
        var document = app.Empty[dashboard].ShouldBe(HttpStatusCode.OK);

        document.GetProperty("as_of").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        document.GetProperty("through").ValueKind.ShouldBe(JsonValueKind.Null);
        document.GetProperty("by_team").GetProperty("total").GetInt32().ShouldBe(0);
        document.GetProperty("by_criticality").EnumerateArray().Select(c => c.GetProperty("criticality").GetString()).ShouldBe(["critical", "high", "medium", "low"]);
    }

    [OwnHostFact]
    public void Shares_of_nothing_are_null()
    {
        app.Empty["coverage"].Json.GetProperty("totals").GetProperty("slo_coverage").ValueKind.ShouldBe(JsonValueKind.Null);
        app.Empty["error-budget-health"].Json.GetProperty("worst").GetArrayLength().ShouldBe(0);
        var quality = app.Empty["recommendation-quality"].Json.GetProperty("totals");
        quality.GetProperty("all_decisions").GetProperty("acceptance_rate").ValueKind.ShouldBe(JsonValueKind.Null);
        quality.GetProperty("realised").GetProperty("realised_breach_rate").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [OwnHostFact]
    public async Task Coverage_tells_what_services_have()
    {
        var coverage = await GetAsync("coverage");

        coverage.Names().ShouldBe(["as_of", "through", "totals", "by_team", "by_criticality"]);
        coverage.GetProperty("through").GetString().ShouldBe("2026-05-29T00:00:00Z");
        var totals = coverage.GetProperty("totals");
        Int(totals, "services", "with_slo", "with_availability_slo", "with_latency_slo", "with_both_slos", "with_recommendation", "undecided_recommendations", "with_telemetry")
            .ShouldBe([3, 2, 2, 0, 0, 3, 1, 2]);
        totals.GetProperty("slo_coverage").GetDouble().ShouldBe(0.666667);
        Int(totals.GetProperty("by_source"), "recommendation_accepted", "recommendation_modified", "manual").ShouldBe([1, 0, 1]);
        Teams(coverage).Select(t => t.GetProperty("team").GetString()).ShouldBe([null, "back office", "shop"]);
        Teams(coverage).Select(t => t.GetProperty("figures").GetProperty("with_slo").GetInt32()).ShouldBe([0, 1, 1]);
    }

    [OwnHostFact]
    public async Task Error_budgets_are_told_by_state_by_consumption_and_the_worst_first()
    {
        var health = await GetAsync("error-budget-health");

        health.Names().ShouldBe(["as_of", "through", "window_days", "policy", "totals", "by_team", "by_criticality", "worst"]);
        var totals = health.GetProperty("totals");
        totals.GetProperty("objectives").GetInt32().ShouldBe(2);
        Int(totals.GetProperty("states"), "normal", "caution", "freeze", "incident", "exhausted").ShouldBe([0, 1, 0, 0, 1]);
        totals.GetProperty("consumption").EnumerateArray().Select(b => b.GetProperty("objectives").GetInt32()).ShouldBe([0, 0, 1, 0, 1, 0]);
        totals.GetProperty("no_data").GetProperty("total").GetInt32().ShouldBe(0);
        health.GetProperty("policy").EnumerateArray().Select(b => b.GetProperty("state").GetString()).ShouldBe(["normal", "caution", "freeze", "incident", "exhausted"]);
        var worst = health.GetProperty("worst").EnumerateArray().ToArray();
        worst.Select(w => w.GetProperty("service_id").GetString()).ShouldBe(["cart", "mail"]);
        worst.Select(w => w.GetProperty("remaining_budget").GetDouble()).ShouldBe([0, 0.5]);
        worst.Select(w => w.GetProperty("allowed_bad").GetDouble()).ShouldBe([28, 280]);
        worst.Select(w => w.GetProperty("bad").GetInt64()).ShouldBe([28, 140]);
        worst.Select(w => w.GetProperty("target").GetDouble()).ShouldBe([99.9, 99]);
        worst.Select(w => w.GetProperty("measured_share").GetDouble()).ShouldBe([1, 1]);
    }

    [OwnHostFact]
    public async Task Quality_tells_decisions_apart_from_targets_that_somebody_brought_and_promises_beside_what_came()
    {
        var quality = await GetAsync("recommendation-quality");

        var totals = quality.GetProperty("totals");
        Int(totals.GetProperty("all_decisions"), "accepted", "modified", "auto_approved", "rejected", "expired", "decided").ShouldBe([1, 0, 0, 1, 0, 2]);
        totals.GetProperty("all_decisions").GetProperty("acceptance_rate").GetDouble().ShouldBe(0.5);
        // The acceptance was a hundred days ago.
        totals.GetProperty("recent_decisions").GetProperty("acceptance_rate").GetDouble().ShouldBe(0);
        var realised = totals.GetProperty("realised");
        // 99.9 % were good and 99.9 % promised: kept.
        Int(realised, "judged", "breached").ShouldBe([1, 0]);
        realised.GetProperty("promise").GetProperty("mean_breach_probability").GetDouble().ShouldBe(0.01);
        quality.GetProperty("by_tier_and_method").EnumerateArray().Select(g => (g.GetProperty("tier").GetString(), g.GetProperty("method").GetString()))
            .ShouldBe([("balanced", "predictive"), (null, "predictive")]);
    }

    [OwnHostTheory]
    [InlineData("?team=shop", 1, 1)]
    [InlineData("?criticality=high", 1, 1)]
    [InlineData("?team=shop&criticality=high", 0, 0)]
    [InlineData("?team=Shop", 0, 0)]
    [InlineData("?team=back%20office&criticality=high", 1, 1)]
    public async Task Filters_leave_the_others_out(string query, int services, int objectives)
    {
        (await GetAsync("coverage", query)).GetProperty("totals").GetProperty("services").GetInt32().ShouldBe(services);
        var health = await GetAsync("error-budget-health", query);
        health.GetProperty("totals").GetProperty("objectives").GetInt32().ShouldBe(objectives);
        health.GetProperty("worst").GetArrayLength().ShouldBe(objectives);
    }

    [OwnHostTheory]
    [InlineData("?criticality=urgent", "criticality")]
    [InlineData("?criticality=0", "criticality")]
    [InlineData("?criticality=", "criticality")]
    [InlineData("?team=", "team")]
    [InlineData("?team=%00", "team")]
    public async Task A_filter_that_is_none_is_a_problem_that_names_it(string query, string field)
    {
        foreach (string dashboard in app.Empty.Keys)
            (await app.Api.GetAsync(DashboardApp.Path(dashboard, query))).ShouldBeProblem(HttpStatusCode.BadRequest, field);
    }

    [OwnHostFact]
    public async Task A_team_of_256_characters_is_too_long() =>
        (await app.Api.GetAsync(DashboardApp.Path("coverage", "?team=" + new string('a', 256)))).ShouldBeProblem(HttpStatusCode.BadRequest, "team");

    [OwnHostTheory]
    [MemberData(nameof(Dashboards))]
    public async Task Who_has_the_present_answer_is_told_so_until_it_is_computed_again(string dashboard)
    {
        var answer = await app.Api.GetAsync(DashboardApp.Path(dashboard));
        string tag = answer.Headers["ETag"];

        var same = await app.Api.GetUnlessAsync(DashboardApp.Path(dashboard), tag);
        (same.Status, same.Text, same.Headers["ETag"]).ShouldBe((HttpStatusCode.NotModified, "", tag));
        (await app.Api.GetUnlessAsync(DashboardApp.Path(dashboard, "?team=nobody"), tag)).Status.ShouldBe(HttpStatusCode.OK);

        await app.RefreshAsync();
        (await app.Api.GetUnlessAsync(DashboardApp.Path(dashboard), tag)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static int[] Int(JsonElement element, params string[] names) => [.. names.Select(n => element.GetProperty(n).GetInt32())];

    private static JsonElement.ArrayEnumerator Teams(JsonElement dashboard) => dashboard.GetProperty("by_team").GetProperty("teams").EnumerateArray();

    private async Task<JsonElement> GetAsync(string dashboard, string query = "") =>
        (await app.Api.GetAsync(DashboardApp.Path(dashboard, query))).ShouldBe(HttpStatusCode.OK);
}
