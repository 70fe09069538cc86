using System.Globalization;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Lifecycle;

namespace EndToEnd.Tests.Faults;

[Collection(FaultTests.Name)]
public sealed class KilledDecisionTests(FaultyApp app)
{
    private const int Decisions = 200;
    private const int Kills = 10;

    // Enough for several to be under way at any moment.
    private const int AtOnce = 8;

    [OwnHostFact]
    public async Task A_host_killed_during_decisions_leaves_no_SLO_without_its_entry_and_no_entry_without_its_SLO()
    {
        var running = app.Running;
        string[] services = [.. Enumerable.Range(0, Decisions).Select(i => i.ToString("'killed-decision-'000", CultureInfo.InvariantCulture))];
        (await running.Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes = services.Select(s => new { service_id = s }) }))).ShouldBe(HttpStatusCode.Accepted);
        var sets = new Dictionary<string, string>();
        foreach (string service in services) sets[service] = (await running.Api.GetAsync(Api.Recommendations(service))).ShouldBe(HttpStatusCode.OK).GetProperty("recommendation_id").GetString()!;
        var random = new Random(6);
        var process = await LocalHostProgram.StartAsync(running.Settings);
        int answered = 0, interrupted = 0;
        try
        {
            foreach (string[] part in services.Chunk(Decisions / Kills))
            {
                var pending = AcceptAsync(process.BaseUrl, part, sets);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(2, 60)));
                process.Kill();
                await process.WaitForExitAsync();
                bool[] done = await pending;
                answered += done.Count(d => d);
                interrupted += done.Count(d => !d);
                await process.DisposeAsync();
                process = await LocalHostProgram.StartAsync(running.Settings);
                await ShouldAgreeAsync();

                // Sent again, each is either decided on already or takes effect now.
                await AcceptAsync(process.BaseUrl, part, sets);
                await ShouldAgreeAsync();
            }
        }
        finally
        {
            await process.DisposeAsync();
        }

        answered.ShouldBeGreaterThan(0, "No decision came before the kills.");
        interrupted.ShouldBeGreaterThan(0, "No kill came in the middle of decisions.");
        (await running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.active_slos a JOIN slo.services s ON s.id = a.service_id WHERE s.service_id LIKE 'killed-decision-%'")).ShouldBe(Decisions);
    }

    private async Task<bool[]> AcceptAsync(Uri server, string[] services, Dictionary<string, string> sets)
    {
        using var api = new Api(server, app.Running.Database.AdministratorKey);
        using var turns = new SemaphoreSlim(AtOnce);
        return await Task.WhenAll(services.Select(async service =>
        {
            await turns.WaitAsync();
            try
            {
                string token = app.Running.Issuer.Token(service, ["sre_admin"], [], "ann@example.org");
                var answer = await Governed.DecideAsync(api, service, new { recommendation_id = sets[service], action = "accept", selected_tier = "balanced" }, token);
                answer.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            finally
            {
                turns.Release();
            }
        }));
    }

    private async Task ShouldAgreeAsync()
    {
        await Eventually.GetAsync(
            () => app.Running.Database.ScalarAsync<int>(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'slo-functions' AND datname = current_database() AND state LIKE '%in transaction%'"),
            open => open == 0);
        (await app.Running.Database.ScalarAsync<int>(
            """
            SELECT count(*)
            FROM slo.services s
              LEFT JOIN slo.active_slos a ON a.service_id = s.id
              LEFT JOIN slo.recommendation_sets r ON r.service_id = s.id
              CROSS JOIN LATERAL (SELECT count(*) AS entries, min(l.new_slo ->> 'slo_id') AS slo FROM slo.slo_audit_log l WHERE l.service_id = s.id) e
            WHERE s.service_id LIKE 'killed-decision-%'
              AND NOT (CASE WHEN a.id IS NULL THEN e.entries = 0 AND r.status = 'active'
                ELSE e.entries = 1 AND e.slo = a.id::text AND r.status = 'accepted' END)
            """)).ShouldBe(0);
    }
}
