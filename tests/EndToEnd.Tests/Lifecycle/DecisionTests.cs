using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Lifecycle;

[Collection(PlainAppTests.Name)]
public sealed class DecisionTests(PlainApp app)
{
    private readonly Governed governed = new(app);

    [OwnHostFact]
    public async Task An_accepted_recommendation_is_in_force_and_the_audit_log_tells_who_why_and_what_was_before()
    {
        await governed.RegisterAsync("decide-accept");
        (await governed.DecideAsync("decide-accept", new { action = "manual", targets = new { availability = 95, latency_p95_ms = 250 } })).ShouldBe(HttpStatusCode.OK);
        var set = await governed.RecommendAsync("decide-accept");
        double target = Target(set, "conservative");

        var answer = await governed.DecideAsync(
            "decide-accept", new { recommendation_id = Id(set), action = "accept", selected_tier = "conservative", rationale = "Agreed in the review." }, "jane");

        var decision = answer.ShouldBe(HttpStatusCode.OK);
        decision.GetProperty("status").GetString().ShouldBe("active");
        decision.GetProperty("source").GetString().ShouldBe("recommendation_accepted");
        decision.GetProperty("activated_by").GetString().ShouldBe("jane@example.org");
        decision.GetProperty("targets").GetProperty("availability").GetDouble().ShouldBe(target);
        decision.GetProperty("targets").GetProperty("latency_p95_ms").GetDouble().ShouldBe(250);
        decision.GetProperty("modification_delta").ValueKind.ShouldBe(JsonValueKind.Null);
        var (slo, tag) = await governed.SloAsync("decide-accept");
        slo.GetProperty("version").GetInt64().ShouldBe(2);
        slo.GetProperty("selected_tier").GetString().ShouldBe("conservative");
        tag.ShouldBe(answer.Headers["ETag"]);
        (await governed.AuditAsync("decide-accept")).Split('\n')[1].ShouldBe($"accept jane@example.org conservative 95 -> {target}");
        (await app.Database!.ScalarAsync<string>("SELECT rationale FROM slo.slo_audit_log WHERE actor = 'jane@example.org'")).ShouldBe("Agreed in the review.");
    }

    [OwnHostFact]
    public async Task A_rejection_is_kept_with_its_rationale_and_changes_no_target()
    {
        await governed.RegisterAsync("decide-reject");
        var set = await governed.RecommendAsync("decide-reject");

        var decision = (await governed.DecideAsync(
            "decide-reject",
            new { recommendation_id = Id(set), action = "reject", rationale = "target too aggressive for upcoming holiday traffic" },
            "rita")).ShouldBe(HttpStatusCode.OK);

        decision.GetProperty("status").GetString().ShouldBe("rejected");
        decision.GetProperty("slo_id").ValueKind.ShouldBe(JsonValueKind.Null);
        (await governed.SloAsync("decide-reject")).Slo.ValueKind.ShouldBe(JsonValueKind.Null);
        (await app.Database!.ScalarAsync<string>($"""
            SELECT concat_ws('/', l.action, l.rationale, r.status, i.status)
            FROM slo.slo_audit_log l JOIN slo.recommendation_sets r ON r.id = l.recommendation_set_id JOIN slo.slo_recommendations i ON i.recommendation_id = r.id AND l.recommendation_id IS NULL
            WHERE r.id = '{Id(set)}'
            """)).ShouldBe("reject/target too aggressive for upcoming holiday traffic/rejected/rejected");
    }

    [OwnHostFact]
    public async Task A_modification_tells_how_it_differs_and_warns_of_what_cannot_be_reached()
    {
        await governed.RegisterAsync("decide-modify", "decide-modified-dependency");
        (await app.Api.IngestAsync("""{"source":"manual","edges":[{"source":"decide-modify","target":"decide-modified-dependency"}]}""")).ShouldBe(HttpStatusCode.Accepted);
        var set = await governed.RecommendAsync("decide-modify");
        double target = Target(set, "balanced");

        var decision = (await governed.DecideAsync(
            "decide-modify",
            new { recommendation_id = Item(set), action = "modify", selected_tier = "balanced", modifications = new { availability_target = 99.999, latency_p99_target_ms = 600 } },
            "max")).ShouldBe(HttpStatusCode.OK);

        decision.GetProperty("source").GetString().ShouldBe("recommendation_modified");
        decision.GetProperty("modification_delta").GetProperty("availability").GetString().ShouldBe($"+{99.999m - (decimal)target:0.######} from recommended {target}");
        decision.GetProperty("modification_delta").GetProperty("latency_p99_ms").GetString().ShouldBe("600, where none was recommended");
        var warning = decision.GetProperty("warnings")[0];
        warning.GetProperty("code").GetString().ShouldBe("unachievable");
        warning.GetProperty("message").GetString()!.ShouldContain("99.999");
        (await app.Database!.ScalarAsync<string>("SELECT details #>> '{warnings,0,code}' FROM slo.slo_audit_log WHERE actor = 'max@example.org'")).ShouldBe("unachievable");
    }

    [OwnHostFact]
    public async Task Targets_of_ones_own_replace_all_that_was_promised()
    {
        await governed.RegisterAsync("decide-manual");
        (await governed.DecideAsync("decide-manual", new { action = "manual", targets = new { availability = 99.5, latency_p95_ms = 2.5, latency_p999_ms = 900 } })).ShouldBe(HttpStatusCode.OK);

        (await governed.DecideAsync("decide-manual", new { action = "manual", targets = new { latency_p99_ms = 400 } })).ShouldBe(HttpStatusCode.OK);

        var (slo, _) = await governed.SloAsync("decide-manual");
        slo.GetProperty("source").GetString().ShouldBe("manual");
        slo.GetProperty("targets").GetRawText().ShouldBe("""{"availability":null,"latency_p95_ms":null,"latency_p99_ms":400,"latency_p999_ms":null}""");
    }

    [OwnHostFact]
    public async Task A_recommendation_is_decided_on_once_and_its_successor_is_named()
    {
        await governed.RegisterAsync("decide-once");
        var first = await governed.RecommendAsync("decide-once");
        (await governed.DecideAsync("decide-once", new { recommendation_id = Id(first), action = "accept", selected_tier = "balanced" })).ShouldBe(HttpStatusCode.OK);

        var again = (await governed.DecideAsync("decide-once", new { recommendation_id = Id(first), action = "reject" })).ShouldBeProblem(HttpStatusCode.Conflict);
        again.GetProperty("type").GetString().ShouldBe("/errors/recommendation-closed");

        var next = await governed.RecommendAsync("decide-once");
        Id(next).ShouldNotBe(Id(first));
        var third = await governed.RecommendAsync("decide-once", "?force_regenerate=true");
        var superseded = (await governed.DecideAsync("decide-once", new { recommendation_id = Id(next), action = "accept", selected_tier = "balanced" })).ShouldBeProblem(HttpStatusCode.Conflict);
        superseded.GetProperty("detail").GetString()!.ShouldContain(Id(third));
        (await governed.AuditAsync("decide-once")).Split('\n').Length.ShouldBe(1);
    }

    [OwnHostFact]
    public async Task What_nobody_decides_on_expires_and_the_audit_log_tells()
    {
        await governed.RegisterAsync("decide-late");
        var set = await governed.RecommendAsync("decide-late");
        await using (var connection = await app.Database!.OpenAsync())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = $"UPDATE slo.recommendation_sets SET generated_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = '{Id(set)}'";
            await command.ExecuteNonQueryAsync();
        }

        (await governed.DecideAsync("decide-late", new { recommendation_id = Id(set), action = "accept", selected_tier = "balanced" })).ShouldBeProblem(HttpStatusCode.Conflict);
        (await app.Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/functions/ExpireRecommendations") { Content = new StringContent("{}") })).Status.ShouldBe(HttpStatusCode.Accepted);

        (await Eventually.GetAsync(() => governed.AuditAsync("decide-late"), log => log.Length > 0)).ShouldBe("expire system:expiry ->");
        (await app.Database!.ScalarAsync<string>($"SELECT status FROM slo.slo_recommendations WHERE recommendation_id = '{Id(set)}' LIMIT 1")).ShouldBe("expired");
    }

    [OwnHostFact]
    public async Task Fifty_who_accept_at_once_put_one_SLO_into_force_with_one_entry()
    {
        await governed.RegisterAsync("decide-crowd");
        string id = Id(await governed.RecommendAsync("decide-crowd"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            governed.DecideAsync("decide-crowd", new { recommendation_id = id, action = "accept", selected_tier = "balanced" })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(49);
        (await governed.SloAsync("decide-crowd")).Slo.GetProperty("version").GetInt64().ShouldBe(1);
        (await governed.AuditAsync("decide-crowd")).Split('\n').Length.ShouldBe(1);
    }

    private static string Id(JsonElement set) => set.GetProperty("recommendation_id").GetString()!;

    private static string Item(JsonElement set) => set.GetProperty("recommendations")[0].GetProperty("id").GetString()!;

    private static double Target(JsonElement set, string tier) =>
        set.GetProperty("recommendations")[0].GetProperty("tiers").GetProperty(tier).GetProperty("target").GetDouble();
}
