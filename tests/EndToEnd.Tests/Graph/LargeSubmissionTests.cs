using System.Globalization;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

public sealed class LargeSubmissionTests(LargeApp app) : IClassFixture<LargeApp>
{
    private const int Services = 300;

    [OwnHostFact]
    public async Task A_large_body_is_accepted_and_then_completed_with_the_graph_that_it_would_give_at_once()
    {
        var api = app.Api;

        var answer = await api.IngestAsync(Body("later", "1"));

        var accepted = answer.ShouldBe(HttpStatusCode.Accepted);
        accepted.GetProperty("status").GetString().ShouldBeOneOf("accepted", "processing");
        accepted.GetProperty("estimated_completion_seconds").GetInt32().ShouldBeGreaterThan(0);
        answer.Headers["Location"].ShouldBe($"/api/v1/ingestions/{accepted.GetProperty("ingestion_id").GetGuid()}");
        var completed = await CompletedAsync(api, accepted);
        (Count(completed, "services_created"), Count(completed, "dependencies_created"), Count(completed, "estimated_completion_seconds")).ShouldBe((Services, Services * 4, 0));

        var atOnce = (await app.StoreAtOnceAsync(Body("at-once", "1"))).ShouldBe(HttpStatusCode.Accepted);
        atOnce.GetProperty("status").GetString().ShouldBe("completed");
        (await RowsAsync("later")).ShouldBe(await RowsAsync("at-once"));
        atOnce.EnumerateObject().Select(p => p.Name).ShouldBe(completed.EnumerateObject().Select(p => p.Name));
        (await EdgesAsync("later")).ShouldBe((await EdgesAsync("at-once")).Select(e => e.Replace("at-once", "later", StringComparison.Ordinal)));
    }

    [OwnHostFact]
    public async Task The_same_body_again_is_another_submission_that_changes_nothing()
    {
        var api = app.Api;
        string body = Body("again", "1");

        JsonElement[] accepted = [.. (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => api.IngestAsync(body)))).Select(a => a.ShouldBe(HttpStatusCode.Accepted))];

        var completed = await Task.WhenAll(accepted.Select(a => CompletedAsync(api, a)));
        completed.Select(c => c.GetProperty("ingestion_id").GetGuid()).ShouldBeUnique();
        completed.Sum(c => Count(c, "services_created")).ShouldBe(Services);
        completed.Sum(c => Count(c, "dependencies_created")).ShouldBe(Services * 4);
        completed.Count(c => c.GetProperty("graph_changed").GetBoolean()).ShouldBe(1);
        (await WaitingAsync()).ShouldBe(0);
    }

    [OwnHostFact]
    public async Task A_large_body_at_fault_and_one_about_foreign_services_are_refused_at_once_and_leave_nothing()
    {
        var api = app.Api;
        string state = await app.Database.StateAsync();
        string faulty = Body("faulty", "1").Replace("\"target\":\"faulty-007\"", "\"target\":\"\"", StringComparison.Ordinal);

        (await api.IngestAsync(faulty)).ShouldBeProblem(HttpStatusCode.BadRequest);
        var request = new HttpRequestMessage(HttpMethod.Post, Api.Graph) { Content = new StringContent(Body("foreign", "1")) };
        request.Headers.Authorization = new("Bearer", app.Running.Issuer.Token("olga", ["service_owner"], ["checkout"]));
        var refused = (await api.SendAsync(request)).ShouldBeProblem(HttpStatusCode.Forbidden);

        refused.GetProperty("errors")[0].GetProperty("field").GetString().ShouldStartWith("nodes[0]");
        (await WaitingAsync()).ShouldBe(0);
        (await app.Database.StateAsync()).ShouldBe(state);
    }

    [OwnHostFact]
    public async Task An_app_killed_at_any_moment_after_its_answer_stores_it_once_when_it_is_back()
    {
        var random = new Random(8);
        for (int round = 0; round < 4; round++)
        {
            var accepted = (await app.Api.IngestAsync(Body($"kill{round}", "1"))).ShouldBe(HttpStatusCode.Accepted);
            await Task.Delay(random.Next(150));
            app.Running.Process.Kill();
            await app.Running.Process.WaitForExitAsync();
            await app.Running.Process.DisposeAsync();

            await app.Running.StartProcessAsync();

            var completed = await CompletedAsync(app.Api, accepted);
            (Count(completed, "services_created"), Count(completed, "dependencies_created")).ShouldBe((Services, Services * 4));
            (await app.Database.ScalarAsync<int>($"SELECT count(*) FROM slo.graph_ingestions WHERE id = '{accepted.GetProperty("ingestion_id").GetGuid()}'")).ShouldBe(1);
        }
    }

    [OwnHostFact]
    public async Task One_without_an_orchestration_is_found_and_stored()
    {
        var api = app.Api;
        string lost = await app.Database.ScalarAsync<string>(
            $"""
            INSERT INTO slo.graph_submissions (id, discovery_source, observed_at, received_at, nodes, edges, content, credential, client_id, submitted_by, role, teams)
            SELECT gen_random_uuid(), 'manual', now(), now() - interval '1 minute', 0, 1, '\x{Convert.ToHexString(OneEdge())}', 'api_key', 'key:1', 'ann', 'sre_admin', array[]::text[]
            RETURNING id::text
            """);

        var found = await Eventually.GetAsync(() => api.GetAsync($"/api/v1/ingestions/{lost}"), a => a.Json.GetProperty("status").GetString() == "completed");

        found.Json.GetProperty("dependencies_created").GetInt32().ShouldBe(1);
    }

    [OwnHostFact]
    public async Task A_poisoned_one_fails_and_leaves_a_dead_letter_while_the_next_is_stored()
    {
        var api = app.Api;
        await using var poison = await Poison.OfAsync(app.Database, "poisoned-");

        var poisoned = (await api.IngestAsync(Body("poisoned", "1"))).ShouldBe(HttpStatusCode.Accepted);
        var next = (await api.IngestAsync(Body("healthy", "1"))).ShouldBe(HttpStatusCode.Accepted);

        var failed = await EndedAsync(api, poisoned);
        failed.GetProperty("status").GetString().ShouldBe("failed");
        failed.GetProperty("failure").GetProperty("reason").GetString().ShouldBe("keeps_failing");
        (Count(failed, "services_created"), Count(failed, "estimated_completion_seconds")).ShouldBe((0, 0));
        (await CompletedAsync(api, next)).GetProperty("ingestion_id").GetGuid().ShouldBe(next.GetProperty("ingestion_id").GetGuid());
        (await app.Database.ScalarAsync<string>(
            $"SELECT concat_ws(' ', reason, payload::jsonb ->> 'edges') FROM slo.graph_event_dead_letters WHERE delivery_key = 'submission:{poisoned.GetProperty("ingestion_id").GetGuid()}'"))
            .ShouldBe($"keeps-failing {Services * 4}");
        (await RowsAsync("poisoned")).ShouldBe("0 0");
        (await api.GetAsync("/metrics")).Text.ShouldContain("slo_engine_graph_dead_letters_total");
    }

    [OwnHostFact]
    public async Task A_poisoned_event_is_a_dead_letter_after_some_deliveries_and_then_no_longer_delivered()
    {
        var api = app.Api;
        await using var poison = await Poison.OfAsync(app.Database, "toxic-");
        var graphEvent = GraphEvent.Of("toxic", "toxic-a", "toxic-b");

        for (int i = 0; i < 2; i++) (await api.DeliverAsync(graphEvent)).Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await app.Database.DeadLettersAsync("toxic")).ShouldBe(0);
        for (int i = 0; i < 2; i++) (await api.DeliverAsync(graphEvent)).Status.ShouldBe(HttpStatusCode.Accepted);

        (await app.Database.ScalarAsync<string>("SELECT reason FROM slo.graph_event_dead_letters WHERE event_id = 'toxic'")).ShouldBe("keeps-failing");
    }

    private static Task<JsonElement> EndedAsync(Api api, JsonElement accepted) => Eventually.GetAsync(
        async () => (await api.GetAsync($"/api/v1/ingestions/{accepted.GetProperty("ingestion_id").GetGuid()}")).ShouldBe(HttpStatusCode.OK),
        receipt => receipt.GetProperty("status").GetString() is "completed" or "failed",
        TimeSpan.FromMinutes(2));

    private static async Task<JsonElement> CompletedAsync(Api api, JsonElement accepted)
    {
        var ended = await EndedAsync(api, accepted);
        ended.GetProperty("status").GetString().ShouldBe("completed", ended.GetRawText());
        return ended;
    }

    private static int Count(JsonElement receipt, string name) => receipt.GetProperty(name).GetInt32();

    private Task<int> WaitingAsync() => app.Database.ScalarAsync<int>("SELECT count(*) FROM slo.graph_submissions WHERE state <> 'failed'");

    private Task<string> RowsAsync(string prefix) => app.Database.ScalarAsync<string>(
        $"""
        SELECT concat_ws(' ', (SELECT count(*) FROM slo.services WHERE service_id LIKE '{prefix}-%'), count(*),
          md5(string_agg(concat_ws('/', replace(s.service_id, '{prefix}', ''), replace(t.service_id, '{prefix}', ''), d.communication_mode, d.criticality, d.protocol,
            d.timeout_ms, d.retry_config, d.redundancy_group, d.call_count, d.confidence_score, d.discovery_source, s.metadata, s.team, s.tier, s.criticality),
            ',' ORDER BY s.service_id, t.service_id)))
        FROM slo.service_dependencies d JOIN slo.services s ON s.id = d.source_service_id JOIN slo.services t ON t.id = d.target_service_id
        WHERE s.service_id LIKE '{prefix}-%'
        """);

    private async Task<IEnumerable<string>> EdgesAsync(string prefix) =>
        (await app.Api.GetAsync(Api.Dependencies($"{prefix}-000", "?depth=2&direction=downstream"))).ShouldBe(HttpStatusCode.OK)
            .GetProperty("edges").EnumerateArray().Select(e => $"{e.GetProperty("source")} {e.GetProperty("target")} {e.GetProperty("attributes")}");

    private static byte[] OneEdge() => SloFunctions.Application.Graph.GraphUpdateContent.Write(new(
        SloFunctions.Domain.Graph.DiscoverySource.Manual,
        DateTimeOffset.UnixEpoch.AddYears(56),
        [],
        [new(SloFunctions.Domain.Graph.ServiceId.Of("lost-x"), SloFunctions.Domain.Graph.ServiceId.Of("lost-y"), null, null, null, null, null)]));

    private static string Body(string prefix, string generation) => JsonSerializer.Serialize(new
    {
        source = "manual",
        timestamp = "2026-01-01T00:00:00Z",
        nodes = Enumerable.Range(0, Services).Select(i => new { service_id = Id(prefix, i), metadata = new { team = $"t{i % 5}", tier = i % 4, generation } }),
        edges = Enumerable.Range(0, Services * 4).Select(i => new
        {
            source = Id(prefix, i % Services),
            target = Id(prefix, ((i % Services) + 1 + (i / Services)) % Services),
            attributes = new { timeout_ms = i, criticality = i % 2 == 0 ? "hard" : "soft", retry_config = i % 3 == 0 ? new { max_retries = 2 } : null },
        }),
    });

    private static string Id(string prefix, int i) => prefix + i.ToString("'-'000", CultureInfo.InvariantCulture);
}
