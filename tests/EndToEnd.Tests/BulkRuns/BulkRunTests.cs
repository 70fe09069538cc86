using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.BulkRuns;

public sealed class BulkRunTests(BulkApp app) : IClassFixture<BulkApp>
{
    // A service whose sets the database refuses, and while it is there, no other.
    private const string Poison =
        """
        CREATE OR REPLACE FUNCTION slo.poisoned() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM slo.services WHERE id = NEW.service_id AND service_id = 'red-7') THEN RAISE EXCEPTION 'poisoned by secret-word'; END IF;
          RETURN NEW;
        END $$;
        GRANT EXECUTE ON FUNCTION slo.poisoned() TO PUBLIC;
        CREATE TRIGGER poisoned BEFORE INSERT ON slo.recommendation_sets FOR EACH ROW EXECUTE FUNCTION slo.poisoned();
        """;

    private const string Antidote = "DROP TRIGGER poisoned ON slo.recommendation_sets; DROP FUNCTION slo.poisoned()";

    [OwnHostFact]
    public async Task The_services_of_a_team_get_their_recommendations()
    {
        var accepted = await app.Api.PostAsync(BulkApp.Path, """{"scope":"team","team":"blue"}""");

        string run = accepted.ShouldBe(HttpStatusCode.Accepted).GetProperty("run_id").GetString()!;
        accepted.Headers["Location"].ShouldBe($"{BulkApp.Path}/{run}");
        accepted.Json.GetProperty("counts").GetProperty("total").GetInt32().ShouldBe(BulkApp.Blue);
        var ended = await app.EndOfAsync(run);
        (ended.GetProperty("state").GetString(), ended.GetProperty("progress").GetDouble(), Counts(ended)).ShouldBe(("completed", 1, "3 3 0 0 0"));
        (await app.SetsAsync("blue")).ShouldBe("3 3 3");
        // A client is given what was computed.
        string shown = (await app.Api.GetAsync(Api.Recommendations("blue-0"))).ShouldBe(HttpStatusCode.OK).GetProperty("recommendation_id").GetString()!;
        (await app.Database.ScalarAsync<long>($"SELECT count(*) FROM slo.recommendation_run_services WHERE run_id = '{run}' AND recommendation_id = '{shown}'")).ShouldBe(1);
    }

    [OwnHostFact]
    public async Task What_is_valid_still_is_kept_when_asked_so()
    {
        await app.EndOfAsync(await app.StartAsync("""{"scope":"services","service_ids":["blue-0","blue-1","blue-0"]}"""));

        var ended = await app.EndOfAsync(await app.StartAsync("""{"scope":"services","service_ids":["blue-0","blue-1"],"force":false}"""));

        Counts(ended).ShouldBe("2 0 2 0 0");
    }

    [OwnHostFact]
    public async Task A_poisoned_service_costs_its_own_entry_and_not_the_run()
    {
        await app.ExecuteAsync(Poison);
        try
        {
            var ended = await app.EndOfAsync(await app.StartAsync("""{"scope":"all"}"""));

            ended.GetProperty("state").GetString().ShouldBe("completed_with_failures");
            Counts(ended).ShouldBe("133 132 0 1 0");
            var failure = ended.GetProperty("failures").EnumerateArray().ShouldHaveSingleItem();
            (failure.GetProperty("service_id").GetString(), failure.GetProperty("attempts").GetInt32(), failure.GetProperty("code").GetString()).ShouldBe(("red-7", 3, "computation_failed"));
            ended.GetRawText().ShouldNotContain("secret-word");
            (await app.SetsAsync("red")).ShouldBe("129 129 129");
        }
        finally
        {
            await app.ExecuteAsync(Antidote);
        }
    }

    [OwnHostFact]
    public async Task A_second_run_is_refused_by_the_name_of_the_active_one_which_can_be_cancelled()
    {
        // Nothing can be stored while somebody holds this lock.
        await using var holder = await app.Database.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("LOCK TABLE slo.recommendation_sets IN SHARE MODE", holder, transaction)) await hold.ExecuteNonQueryAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Api.PostAsync(BulkApp.Path, """{"scope":"all"}""")));
        string run = answers.Single(a => a.Status == HttpStatusCode.Accepted).Json.GetProperty("run_id").GetString()!;
        foreach (var refused in answers.Where(a => a.Status != HttpStatusCode.Accepted))
        {
            refused.ShouldBeProblem(HttpStatusCode.Conflict).GetProperty("detail").GetString()!.ShouldContain(run);
            refused.Headers["Location"].ShouldBe($"{BulkApp.Path}/{run}");
        }

        await app.Database.WhenTheAppWaitsForALockAsync();
        (await app.Api.PostAsync($"{BulkApp.Path}/{run}/cancel", "")).ShouldBe(HttpStatusCode.Accepted).GetProperty("state").GetString().ShouldBe("cancelling");
        (await app.Api.PostAsync($"{BulkApp.Path}/{run}/cancel", "")).ShouldBe(HttpStatusCode.Accepted);
        await transaction.RollbackAsync();

        var ended = await app.EndOfAsync(run);
        ended.GetProperty("state").GetString().ShouldBe("cancelled");
        ended.GetProperty("counts").GetProperty("remaining").GetInt32().ShouldBeGreaterThan(0);
        (await app.Api.PostAsync($"{BulkApp.Path}/{run}/cancel", "")).ShouldBe(HttpStatusCode.Accepted).GetProperty("state").GetString().ShouldBe("cancelled");
        string next = await app.StartAsync("""{"scope":"team","team":"blue"}""");
        await app.EndOfAsync(next);
        (await app.Api.PostAsync($"{BulkApp.Path}/{next}/cancel", "")).ShouldBeProblem(HttpStatusCode.Conflict);
    }

    [OwnHostFact]
    public async Task Every_night_all_recommendations_are_computed()
    {
        await app.FireAsync("PrecomputeRecommendations");

        string run = await Eventually.GetAsync(
            () => app.Database.ScalarAsync<string>("SELECT coalesce(max(id::text), '') FROM slo.recommendation_runs WHERE requested_by = 'system:nightly'"), id => id != "");
        Counts(await app.EndOfAsync(run)).ShouldBe("133 133 0 0 0");
    }

    [OwnHostFact]
    public async Task A_run_that_nobody_works_on_is_taken_up()
    {
        await app.ExecuteAsync(
            """
            INSERT INTO slo.recommendation_runs (id, scope, lookback_days, method, force, requested_by, requested_at, total)
            VALUES ('00000000-0000-0000-0000-00000000abcd', 'services', 30, 'predictive', true, 'ann', now(), 1);
            INSERT INTO slo.recommendation_run_services (run_id, ordinal, service_id)
            SELECT '00000000-0000-0000-0000-00000000abcd', 0, id FROM slo.services WHERE service_id = 'blue-1';
            """);

        await app.FireAsync("TendBulkRuns");

        (await app.EndOfAsync("00000000-0000-0000-0000-00000000abcd")).GetProperty("state").GetString().ShouldBe("completed");
    }

    [OwnHostFact]
    public async Task What_is_kept_of_an_orchestration_is_forgotten_in_time_and_its_run_is_not()
    {
        string old = await app.StartAsync("""{"scope":"services","service_ids":["blue-0"]}""");
        await app.EndOfAsync(old);
        string young = await app.StartAsync("""{"scope":"services","service_ids":["blue-1"]}""");
        await app.EndOfAsync(young);
        await Eventually.GetAsync(() => KeptAsync("status = 'completed'"), kept => kept == 4);
        await app.ExecuteAsync($"UPDATE durable.instances SET created_at = now() - interval '15 days' WHERE instance_id LIKE '{old}%' OR parent_id = '{old}'");

        await app.FireAsync("ForgetOrchestrations");

        await Eventually.GetAsync(() => KeptAsync("true"), kept => kept == 2);
        (await app.Api.GetAsync($"{BulkApp.Path}/{old}")).ShouldBe(HttpStatusCode.OK).GetProperty("state").GetString().ShouldBe("completed");

        Task<long> KeptAsync(string condition) => app.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM durable.instances WHERE (instance_id IN ('{old}', '{young}') OR parent_id IN ('{old}', '{young}')) AND {condition}");
    }

    [OwnHostFact]
    public async Task Requests_that_make_no_sense_name_what_is_wrong()
    {
        (await app.Api.PostAsync(BulkApp.Path, "null")).ShouldBeProblem(HttpStatusCode.BadRequest, "body");
        (await app.Api.PostAsync(BulkApp.Path, """{"scope":"galaxy"}""")).ShouldBeProblem(HttpStatusCode.BadRequest, "scope");
        (await app.Api.PostAsync(BulkApp.Path, """{"scope":"team","team":"green"}""")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "team");
        (await app.Api.PostAsync(BulkApp.Path, """{"scope":"services","service_ids":["blue-0","nobody"]}""")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "service_ids[1]");
        string many = JsonSerializer.Serialize(new { scope = "services", service_ids = BulkApp.Names("x", 100_001) });
        (await app.Api.PostAsync(BulkApp.Path, many)).ShouldBeProblem(HttpStatusCode.BadRequest, "service_ids");
        string unknown = JsonSerializer.Serialize(new { scope = "services", service_ids = BulkApp.Names("x", 100_000) });
        var refused = (await app.Api.PostAsync(BulkApp.Path, unknown)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "service_ids[19]");
        refused.GetProperty("detail").GetString()!.ShouldStartWith("100000 ");
        refused.GetProperty("errors").GetArrayLength().ShouldBe(20);
        (await app.Api.GetAsync($"{BulkApp.Path}/7")).ShouldBeProblem(HttpStatusCode.BadRequest, "run_id");
        (await app.Api.GetAsync($"{BulkApp.Path}/{Guid.Empty}")).ShouldBeProblem(HttpStatusCode.NotFound);
        (await app.Api.PostAsync($"{BulkApp.Path}/{Guid.Empty}/cancel", "")).ShouldBeProblem(HttpStatusCode.NotFound);
    }

    // Total, done, unchanged, failed, remaining.
    private static string Counts(JsonElement run) => string.Join(' ', run.GetProperty("counts").EnumerateObject().Select(c => c.Value.GetInt32()));
}
