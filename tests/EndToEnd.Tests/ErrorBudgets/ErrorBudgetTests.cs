using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.ErrorBudgets;

public sealed class ErrorBudgetTests(BudgetApp app) : IClassFixture<BudgetApp>
{
    private const string Gate = "/api/v1/deploy-gate";

    [OwnHostTheory]
    [InlineData("normal", "normal", "allow", 0.8512, 100)]
    [InlineData("caution", "caution", "caution", 0.4048, 400)]
    [InlineData("freeze", "freeze", "deny", 0.1964, 540)]
    [InlineData("incident", "incident", "deny", 0.0476, 640)]
    [InlineData("exhausted", "exhausted", "deny", -0.1905, 800)]
    [InlineData("burning", "normal", "deny", 0.9702, 20)]
    public async Task A_service_is_in_the_state_that_its_failures_have_brought_it_to(string service, string state, string decision, double left, long bad)
    {
        var budget = (await app.Api.GetAsync(Budget(service))).ShouldBe(HttpStatusCode.OK);

        Text(budget, "state").ShouldBe(state);
        Text(budget, "deploy_decision").ShouldBe(decision);
        budget.GetProperty("deploy_allowed").GetBoolean().ShouldBe(decision != "deny");
        budget.GetProperty("stale").GetBoolean().ShouldBeFalse();
        budget.GetProperty("measured_until").GetDateTimeOffset().ShouldBe(app.Through);
        var objective = budget.GetProperty("objectives").EnumerateArray().Single();
        objective.GetProperty("remaining_share").GetDouble().ShouldBe(left, 0.0001);
        (objective.GetProperty("remaining_share").GetDouble() + objective.GetProperty("consumed_share").GetDouble()).ShouldBe(1, 1e-9);
        (objective.GetProperty("bad_events").GetInt64(), objective.GetProperty("total_events").GetInt64()).ShouldBe((bad, 672_000));
        objective.GetProperty("remaining_minutes").GetDouble().ShouldBe(left * 40.32, 0.01);

        var gate = (await AskAsync($$"""{"services":["{{service}}"]}""")).ShouldBe(HttpStatusCode.OK);
        Text(gate, "decision").ShouldBe(decision);
    }

    [OwnHostFact]
    public async Task A_budget_that_burns_now_is_projected_and_one_that_recovers_is_not()
    {
        var burning = (await app.Api.GetAsync(Budget("burning"))).Json.GetProperty("objectives")[0];
        var recovering = (await app.Api.GetAsync(Budget("caution"))).Json.GetProperty("objectives")[0].GetProperty("projected_exhaustion");

        burning.GetProperty("burn_rates").EnumerateArray().Select(r => (Text(r, "window"), Math.Round(r.GetProperty("burn_rate").GetDouble(), 3), Text(r, "source")))
            .ShouldBe([("1h", 20, "stored"), ("6h", 3.333, "stored"), ("1d", 0.833, "stored"), ("3d", 0.278, "stored")]);
        // Twenty a day are less than what may fail, but who knows after one bunch of them.
        Text(burning.GetProperty("projected_exhaustion"), "outcome").ShouldBe("lasts");
        burning.GetProperty("projected_exhaustion").GetProperty("earliest").GetDateTimeOffset().ShouldBeGreaterThan(app.Through);
        Text(recovering, "outcome").ShouldBe("lasts");
        Text((await app.Api.GetAsync(Budget("exhausted"))).Json.GetProperty("objectives")[0].GetProperty("projected_exhaustion"), "outcome").ShouldBe("already_exhausted");
    }

    [OwnHostTheory]
    [InlineData("idle", "no_traffic")]
    [InlineData("silent", "no_telemetry")]
    public async Task What_is_not_known_is_said_and_no_untouched_budget(string service, string reason)
    {
        var budget = (await app.Api.GetAsync(Budget(service))).ShouldBe(HttpStatusCode.OK);

        budget.GetProperty("state").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(budget.GetProperty("objectives")[0], "no_data_reason").ShouldBe(reason);
        budget.GetProperty("objectives")[0].GetProperty("remaining_share").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(budget, "deploy_decision").ShouldBe("caution");
    }

    [OwnHostFact]
    public async Task Without_an_slo_there_is_no_budget_and_without_a_service_no_slo()
    {
        Text((await app.Api.GetAsync(Budget("bare"))).ShouldBeProblem(HttpStatusCode.NotFound), "type").ShouldBe("/errors/slo-not-found");
        Text((await app.Api.GetAsync(Budget("nobody"))).ShouldBeProblem(HttpStatusCode.NotFound), "type").ShouldBe("/errors/service-not-found");
    }

    [OwnHostFact]
    public async Task A_gate_of_many_services_says_the_gravest_and_lets_an_emergency_fix_through_a_freeze()
    {
        var answer = (await AskAsync("""{"services":["normal","bare","freeze","silent"]}""")).ShouldBe(HttpStatusCode.OK);

        Text(answer, "decision").ShouldBe("deny");
        answer.GetProperty("services").EnumerateArray().Select(s => (Text(s, "service_id"), Text(s, "decision"), Text(s.GetProperty("reasons")[0], "code"))).ShouldBe(
            [("normal", "allow", "budget_left"), ("bare", "caution", "no_slo"), ("freeze", "deny", "budget_freeze"), ("silent", "caution", "no_telemetry")]);

        var emergency = (await AskAsync("""{"services":["freeze"],"emergency":true,"reason":"Payments fail."}""")).ShouldBe(HttpStatusCode.OK);
        Text(emergency, "decision").ShouldBe("allow");
        emergency.GetProperty("services")[0].GetProperty("reasons").EnumerateArray().Select(r => Text(r, "code")).ShouldContain("emergency_fix");
    }

    [OwnHostTheory]
    [InlineData("{}", "services")]
    [InlineData("null", "body")]
    [InlineData("""{"services":"cart"}""", "services")]
    [InlineData("""{"services":[]}""", "services")]
    [InlineData("""{"services":[7]}""", "services[0]")]
    [InlineData("""{"services":["normal","normal"]}""", "services[1]")]
    [InlineData("""{"services":["normal"],"emergency":"yes"}""", "emergency")]
    [InlineData("""{"services":["normal"],"emergency":true}""", "reason")]
    public async Task A_body_that_breaks_a_rule_names_the_field(string body, string field) => (await AskAsync(body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    [OwnHostFact]
    public async Task Services_that_are_not_registered_are_named_by_their_place() =>
        (await AskAsync("""{"services":["normal","nobody"]}""")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "services[1]");

    [OwnHostFact]
    public async Task Budgets_are_told_while_the_metric_store_is_away()
    {
        await app.Running.Prometheus.StopAsync();
        try
        {
            var budget = (await app.Api.GetAsync(Budget("freeze"))).ShouldBe(HttpStatusCode.OK);

            Text(budget, "state").ShouldBe("freeze");
            budget.GetProperty("objectives")[0].GetProperty("burn_rates").EnumerateArray().ShouldAllBe(r => Text(r, "source") == "stored");
            Text((await AskAsync("""{"services":["freeze"]}""")).ShouldBe(HttpStatusCode.OK), "decision").ShouldBe("deny");
        }
        finally
        {
            await app.Running.Prometheus.RestartAsync();
        }
    }

    [OwnHostFact]
    public async Task A_team_sets_its_own_thresholds_and_is_held_to_them()
    {
        await app.ExecuteAsync("UPDATE slo.services SET team = 'strict' WHERE service_id = 'strict'");
        var first = await PolicyAsync(HttpMethod.Get, "strict");
        first.ShouldBe(HttpStatusCode.OK).GetProperty("is_default").GetBoolean().ShouldBeTrue();
        (await PolicyAsync(HttpMethod.Put, "strict", """{"caution":0.04,"freeze":0.03,"incident":0.02}""", first.Headers["ETag"])).ShouldBe(HttpStatusCode.OK);
        (await PolicyAsync(HttpMethod.Put, "strict", """{"caution":0.5,"freeze":0.3,"incident":0.2}""", first.Headers["ETag"])).ShouldBeProblem(HttpStatusCode.PreconditionFailed);
        (await PolicyAsync(HttpMethod.Put, "strict", """{"caution":0.5,"freeze":0.6,"incident":0.2}""")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "freeze");
        (await PolicyAsync(HttpMethod.Put, "strict", """{"caution":0.5,"freeze":"0.6"}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "freeze");
        (await PolicyAsync(HttpMethod.Put, "others", """{"caution":0.5,"freeze":0.3,"incident":0.2}""")).ShouldBeProblem(HttpStatusCode.Forbidden);

        var budget = (await app.Api.GetAsync(Budget("strict"))).Json;

        (Text(budget, "state"), budget.GetProperty("thresholds").GetProperty("caution").GetDouble()).ShouldBe(("normal", 0.04));
        (await app.Running.Database.ScalarAsync<long>("SELECT count(*) FROM slo.admin_audit_log WHERE action = 'error_budget_policy_replaced' AND subject_id = 'strict'")).ShouldBe(1);
    }

    private static string Budget(string service) => $"/api/v1/services/{service}/error-budget";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private Task<Answer> AskAsync(string body) => app.Api.PostAsync(Gate, body);

    private Task<Answer> PolicyAsync(HttpMethod method, string team, string? body = null, string? tag = null)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/teams/{team}/error-budget-policy")
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { Authorization = new("Bearer", app.Running.Issuer.Token("ann", ["service_owner"], ["strict"], "ann@example.org")) },
        };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return app.Api.SendAsItIsAsync(request);
    }
}
