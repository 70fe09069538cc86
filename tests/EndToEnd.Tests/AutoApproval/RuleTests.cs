using System.Net;
using EndToEnd.Tests.Access;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.AutoApproval;

public sealed class RuleTests(AccessApp app) : IClassFixture<AccessApp>
{
    private const string Known = """{"criticality": ["low", "medium"], "confidence_min": 0.85, "tier": "balanced"}""";

    private readonly RuleClient client = new(app);

    [OwnHostFact]
    public async Task An_administrator_makes_changes_and_removes_a_rule_and_the_audit_log_keeps_each_state()
    {
        var created = await client.SendAsync(HttpMethod.Post, RuleClient.Rules, $$"""{"name": "Example", "conditions": {{Known}}}""");
        var rule = created.ShouldBe(HttpStatusCode.Created);
        string id = rule.GetProperty("rule_id").GetString()!;
        rule.GetProperty("enabled").GetBoolean().ShouldBeFalse("A rule is enabled on purpose.");
        rule.GetProperty("created_by").GetString().ShouldBe("ann@example.org");
        rule.GetProperty("conditions").GetProperty("confidence_min").GetDouble().ShouldBe(0.85);
        string first = created.Headers["ETag"];

        (await client.SendAsync(HttpMethod.Post, RuleClient.Rules, $$"""{"name": "Example", "conditions": {{Known}}}""")).ShouldBeProblem(HttpStatusCode.Conflict);
        var replaced = await client.SendAsync(HttpMethod.Put, $"{RuleClient.Rules}/{id}", """{"name": "Example", "enabled": true, "conditions": {"team": "payments", "tier": "conservative"}}""", first);
        replaced.ShouldBe(HttpStatusCode.OK).GetProperty("version").GetInt32().ShouldBe(2);
        replaced.Json.GetProperty("conditions").GetRawText().ShouldNotContain("criticality");
        (await client.SendAsync(HttpMethod.Put, $"{RuleClient.Rules}/{id}", $$"""{"name": "Late", "conditions": {{Known}}}""", first)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        (await client.SendAsync(HttpMethod.Delete, $"{RuleClient.Rules}/{id}", ifMatch: first)).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        var shown = await client.SendAsync(HttpMethod.Get, $"{RuleClient.Rules}/{id}");
        shown.Headers["ETag"].ShouldBe(replaced.Headers["ETag"]);

        (await client.SendAsync(HttpMethod.Delete, $"{RuleClient.Rules}/{id}", ifMatch: shown.Headers["ETag"])).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.SendAsync(HttpMethod.Get, $"{RuleClient.Rules}/{id}")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.Running.Database.ScalarAsync<string>($"""
            SELECT string_agg(concat_ws(' ', action, previous ->> 'version', current ->> 'version'), ', ' ORDER BY "timestamp")
            FROM slo.admin_audit_log WHERE subject_id = '{id}'
            """)).ShouldBe("auto_approval_rule_created 1, auto_approval_rule_updated 1 2, auto_approval_rule_deleted 2");
    }

    [OwnHostFact]
    public async Task Rules_come_page_by_page_in_the_order_in_which_they_are_tried()
    {
        var made = new List<string>();
        foreach (string name in new[] { "Page c", "Page a", "Page b" })
        {
            var rule = (await client.SendAsync(HttpMethod.Post, RuleClient.Rules, $$"""{"name": "{{name}}", "conditions": {{Known}}}""")).ShouldBe(HttpStatusCode.Created);
            made.Add(rule.GetProperty("rule_id").GetString()!);
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await client.SendAsync(HttpMethod.Get, $"{RuleClient.Rules}?limit=1{(cursor is null ? "" : $"&cursor={cursor}")}")).ShouldBe(HttpStatusCode.OK);
            seen.AddRange(page.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("rule_id").GetString()!));
            cursor = page.GetProperty("next_cursor").GetString();
        }
        while (cursor is not null);

        seen.Where(made.Contains).ShouldBe(made);
        foreach (string rule in made) await client.SendAsync(HttpMethod.Delete, $"{RuleClient.Rules}/{rule}");
    }

    [OwnHostTheory]
    [InlineData("", null)]
    [InlineData("null", "body")]
    [InlineData("""{"name":"x"}""", "conditions")]
    [InlineData("""{"conditions":{"team":"a"}}""", "name")]
    [InlineData("""{"name":"x","conditions":{}}""", "conditions")]
    [InlineData("""{"name":"x","conditions":{"tier":"balanced"}}""", "conditions")]
    [InlineData("""{"name":"x","conditions":{"critcality":["low"]}}""", "conditions.critcality")]
    [InlineData("""{"name":"x","conditions":{"criticality":["lowest"]}}""", "conditions.criticality[0]")]
    [InlineData("""{"name":"x","conditions":{"criticality":[]}}""", "conditions.criticality")]
    [InlineData("""{"name":"x","conditions":{"criticality":"low"}}""", "conditions.criticality")]
    [InlineData("""{"name":"x","conditions":{"confidence_min":1.5}}""", "conditions.confidence_min")]
    [InlineData("""{"name":"x","conditions":{"confidence_min":"0.5"}}""", "conditions.confidence_min")]
    [InlineData("""{"name":"x","conditions":{"team":"a","tier":"bold"}}""", "conditions.tier")]
    [InlineData("""{"name":"x","conditions":{"team":"a","teams":["b"]}}""", "conditions.team")]
    [InlineData("""{"name":"x","conditions":{"direction":"sideways"}}""", "conditions.direction")]
    [InlineData("""{"name":"x","conditions":{"max_change":-1}}""", "conditions.max_change")]
    [InlineData("""{"name":"x","enabled":"yes","conditions":{"team":"a"}}""", "enabled")]
    public async Task A_wrong_rule_names_its_field_and_is_not_stored(string body, string? field)
    {
        string before = await StateAsync();

        (await client.SendAsync(HttpMethod.Post, RuleClient.Rules, body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        (await client.SendAsync(HttpMethod.Put, $"{RuleClient.Rules}/{Guid.NewGuid():D}", body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);

        (await StateAsync()).ShouldBe(before);
    }

    [OwnHostTheory]
    [InlineData("""{"days":0}""", "days")]
    [InlineData("""{"days":91}""", "days")]
    [InlineData("""{"service_id":""}""", "service_id")]
    [InlineData("""{"conditions":{"misspelt":1}}""", "conditions.misspelt")]
    public async Task A_wrong_preview_names_its_field(string body, string field) =>
        (await client.SendAsync(HttpMethod.Post, $"{RuleClient.Rules}/{Guid.NewGuid():D}/preview", body)).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    [OwnHostFact]
    public async Task What_does_not_exist_is_said_so_and_ids_are_UUIDs()
    {
        string nobody = $"{RuleClient.Rules}/{Guid.NewGuid():D}";
        (await client.SendAsync(HttpMethod.Put, nobody, $$"""{"name": "x", "conditions": {{Known}}}""")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await client.SendAsync(HttpMethod.Delete, nobody)).ShouldBeProblem(HttpStatusCode.NotFound);
        (await client.SendAsync(HttpMethod.Post, nobody + "/preview")).ShouldBeProblem(HttpStatusCode.NotFound);
        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Delete, ""), (HttpMethod.Post, "/preview") })
            (await client.SendAsync(method, $"{RuleClient.Rules}/x{path}")).ShouldBeProblem(HttpStatusCode.BadRequest, "rule_id");
        (await client.SendAsync(HttpMethod.Get, $"{RuleClient.Rules}?cursor=x")).ShouldBeProblem(HttpStatusCode.BadRequest, "cursor");
    }

    private Task<string> StateAsync() => app.Running.Database.ScalarAsync<string>(
        "SELECT concat((SELECT count(*) FROM slo.auto_approval_rules), '/', (SELECT count(*) FROM slo.admin_audit_log))");
}
