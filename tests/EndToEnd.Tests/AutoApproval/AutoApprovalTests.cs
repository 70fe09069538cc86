using System.Net;
using System.Text.Json;
using EndToEnd.Tests.Access;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.AutoApproval;

public sealed class AutoApprovalTests(AccessApp app) : IClassFixture<AccessApp>
{
    private readonly RuleClient client = new(app);

    // The product's acceptance criterion for rules.
    [OwnHostFact]
    public async Task A_matching_recommendation_is_in_force_once_it_is_generated_and_the_audit_log_names_the_rule()
    {
        await client.ObserveAsync("auto-low", "low", 0.9993);
        await client.ObserveAsync("auto-high", "high", 0.9993);
        var rule = await CreateAsync("Low criticality", """{"criticality": ["low", "medium"], "confidence_min": 0.3, "tier": "balanced"}""");

        var low = await RecommendAsync("auto-low");
        await RecommendAsync("auto-high");

        (await TextAsync("auto-low", "action")).ShouldBe("auto_approve");
        (await TextAsync("auto-low", "actor")).ShouldBe($"rule:{rule}");
        (await TextAsync("auto-low", "details #>> '{rule,id}'")).ShouldBe(rule);
        (await TextAsync("auto-low", "details #>> '{rule,version}'")).ShouldBe("1");
        (await TextAsync("auto-low", "jsonb_path_query_first(details, '$.conditions[*] ? (@.name == \"criticality\").actual')")).ShouldBe("\"low\"");
        var balanced = low.GetProperty("recommendations")[0].GetProperty("tiers").GetProperty("balanced").GetProperty("target").GetDouble();
        (await TargetsAsync("auto-low")).ShouldBe(balanced);
        (await CountAsync("slo.slo_audit_log", "auto-high")).ShouldBe(0);
        (await CountAsync("slo.active_slos", "auto-high")).ShouldBe(0);

        var explained = (await client.SendAsync(HttpMethod.Post, $"{RuleClient.Rules}/{rule}/preview", """{"service_id":"auto-high","days":1}""")).ShouldBe(HttpStatusCode.OK);
        explained.GetProperty("would_approve").GetInt32().ShouldBe(0);
        explained.GetProperty("not_approved").EnumerateArray().Single(o => o.GetProperty("name").GetString() == "criticality").GetProperty("alone").GetInt32().ShouldBe(1);
        var verdict = explained.GetProperty("latest_recommendation").GetProperty("recommendations")[0];
        verdict.GetProperty("would_approve").GetBoolean().ShouldBeFalse();
        verdict.GetProperty("conditions").EnumerateArray().Single(c => !c.GetProperty("holds").GetBoolean()).GetProperty("explanation").GetString()
            .ShouldBe("The criticality of the service is high; the rule covers only low, medium.");

        var other = (await client.SendAsync(HttpMethod.Post, $"{RuleClient.Rules}/{rule}/preview", """{"days":1,"conditions":{"criticality":["high"]}}""")).ShouldBe(HttpStatusCode.OK);
        other.GetProperty("approvals").EnumerateArray().Select(a => a.GetProperty("service_id").GetString()).ShouldContain("auto-high");
        (await CountAsync("slo.active_slos", "auto-high")).ShouldBe(0, "A preview changes nothing.");
        await DeleteAsync(rule);
    }

    [OwnHostFact]
    public async Task Generations_at_the_same_time_approve_once_and_later_ones_leave_what_is_in_force_alone()
    {
        await client.ObserveAsync("auto-once", "low", 0.9993);
        string rule = await CreateAsync("Once", """{"criticality": ["low"], "confidence_min": 0.3}""");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RecommendAsync("auto-once", "?force_regenerate=true")));
        await RecommendAsync("auto-once", "?force_regenerate=true");

        (await CountAsync("slo.slo_audit_log", "auto-once")).ShouldBe(1);
        await DeleteAsync(rule);
    }

    [OwnHostFact]
    public async Task Disabled_rules_other_look_backs_and_rejected_services_get_nothing_approved()
    {
        await client.ObserveAsync("auto-none", "low", 0.9993);
        string disabled = await CreateAsync("Disabled", """{"criticality": ["low"], "confidence_min": 0.3}""", enabled: false);
        await RecommendAsync("auto-none");
        (await CountAsync("slo.slo_audit_log", "auto-none")).ShouldBe(0);

        string rule = await CreateAsync("What if", """{"criticality": ["low"], "confidence_min": 0.3}""");
        await RecommendAsync("auto-none", "?lookback_days=14&force_regenerate=true");
        (await CountAsync("slo.slo_audit_log", "auto-none")).ShouldBe(0);

        await client.ExecuteAsync("INSERT INTO slo.slo_audit_log (service_id, action, actor) SELECT id, 'reject', 'bob' FROM slo.services WHERE service_id = 'auto-none'");
        await RecommendAsync("auto-none", "?force_regenerate=true");
        (await CountAsync("slo.active_slos", "auto-none")).ShouldBe(0, "A person refused it.");
        await DeleteAsync(disabled);
        await DeleteAsync(rule);
    }

    private async Task<string> CreateAsync(string name, string conditions, bool enabled = true) =>
        (await client.SendAsync(HttpMethod.Post, RuleClient.Rules, JsonSerializer.Serialize(new { name, enabled, conditions = JsonDocument.Parse(conditions).RootElement })))
            .ShouldBe(HttpStatusCode.Created).GetProperty("rule_id").GetString()!;

    private async Task DeleteAsync(string rule) => (await client.SendAsync(HttpMethod.Delete, $"{RuleClient.Rules}/{rule}")).Status.ShouldBe(HttpStatusCode.NoContent);

    private async Task<JsonElement> RecommendAsync(string service, string query = "") =>
        (await app.Api.GetAsync(Api.Recommendations(service, query))).ShouldBe(HttpStatusCode.OK);

    private Task<string> TextAsync(string service, string column) => app.Running.Database.ScalarAsync<string>(
        $"SELECT ({column})::text FROM slo.slo_audit_log e JOIN slo.services s ON s.id = e.service_id WHERE s.service_id = '{service}'");

    private Task<double> TargetsAsync(string service) => app.Running.Database.ScalarAsync<double>(
        $"SELECT a.availability_target FROM slo.active_slos a JOIN slo.services s ON s.id = a.service_id WHERE s.service_id = '{service}'");

    private Task<int> CountAsync(string table, string service) => app.Running.Database.ScalarAsync<int>(
        $"SELECT count(*) FROM {table} x JOIN slo.services s ON s.id = x.service_id WHERE s.service_id = '{service}'");
}
