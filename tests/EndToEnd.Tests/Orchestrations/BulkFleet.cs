using System.Globalization;
using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Orchestrations;

/// <summary>Services with a few days of history, and bulk runs over all of them.</summary>
internal sealed class BulkFleet(RunningApp app, int services)
{
    private const string Path = "/api/v1/slo-recommendations/bulk";

    // Four days of a million requests an hour, of which each service fails some, every fifth hour more.
    private const string StoreHistory =
        """
        SELECT slo.ensure_partitions(now() - interval '5 days', now());
        WITH hours AS (
          INSERT INTO slo.sli_hourly_counts (service_id, hour, good, total)
          SELECT s.id, h, 1000000 - (1 + abs(hashtext(s.service_id)) % 7) * CASE WHEN extract(hour FROM h)::int % 5 = 0 THEN 20 ELSE 1 END, 1000000
          FROM slo.services s, generate_series(date_trunc('hour', now()) - interval '96 hours', date_trunc('hour', now()) - interval '1 hour', '1 hour') AS h
          ON CONFLICT DO NOTHING
          RETURNING service_id, hour, good, total)
        INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
        SELECT service_id, date_trunc('day', hour, 'UTC'), count(*), sum(good), sum(total) FROM hours GROUP BY 1, 2
        ON CONFLICT DO NOTHING
        """;

    private static readonly string[] Active = ["accepted", "running"];

    /// <summary>Registers the services and stores their history.</summary>
    public async Task RegisterAsync()
    {
        var nodes = Enumerable.Range(0, services).Select(i => new { service_id = Id(i), metadata = new { criticality = "medium" } });
        var edges = Enumerable.Range(1, services - 1).Select(i => new { source = Id(i / 3), target = Id(i) });
        (await app.Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes, edges }))).ShouldBe(HttpStatusCode.Accepted);
        await using var connection = await app.Database.OpenAsync();
        await using var store = new NpgsqlCommand(StoreHistory, connection);
        await store.ExecuteNonQueryAsync();
    }

    /// <summary>Starts a run over all services.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> StartAsync()
    {
        var run = (await app.Api.PostAsync(Path, """{"scope":"all","lookback_days":7,"force":true}""")).ShouldBe(HttpStatusCode.Accepted);
        return run.GetProperty("run_id").GetGuid();
    }

    /// <summary>Waits for a run's end.</summary>
    /// <returns>The run as it is shown.</returns>
    public async Task<JsonElement> EndOfAsync(Guid run)
    {
        var answer = await Eventually.GetAsync(
            () => app.Api.GetAsync($"{Path}/{run}"), a => a.Status != HttpStatusCode.OK || !Active.Contains(a.Json.GetProperty("state").GetString()), TimeSpan.FromMinutes(5));
        return answer.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What the database holds of a run: its entries, those that are done, their services, their sets, and those sets that are there and of the right service.</summary>
    public Task<string> EntriesAsync(Guid run) => app.Database.ScalarAsync<string>($"""
        SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE e.state = 'done'), count(DISTINCT e.service_id), count(DISTINCT e.recommendation_id), count(s.id))
        FROM slo.recommendation_run_services e LEFT JOIN slo.recommendation_sets s ON s.id = e.recommendation_id AND s.service_id = e.service_id
        WHERE e.run_id = '{run}'
        """);

    /// <summary>Sets of all runs, and those in force.</summary>
    public Task<string> SetsAsync() =>
        app.Database.ScalarAsync<string>("SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE status = 'active')) FROM slo.recommendation_sets");

    /// <summary>Activities whose results are missing from the histories, those with more than one, and what still waits to be done.</summary>
    public Task<string> LostAndDoubledAsync() => app.Database.ScalarAsync<string>("""
        WITH entries AS (
          SELECT instance_id, execution, kind, content::jsonb->>'TaskId' AS task
          FROM durable.history WHERE kind IN ('ActivityScheduled', 'ActivityCompleted', 'ActivityFailed', 'SubOrchestrationScheduled', 'SubOrchestrationCompleted', 'SubOrchestrationFailed')),
        tasks AS (
          SELECT count(*) FILTER (WHERE kind LIKE '%Scheduled') AS asked, count(*) FILTER (WHERE kind NOT LIKE '%Scheduled') AS answered
          FROM entries GROUP BY instance_id, execution, task)
        SELECT concat_ws(' ', count(*) FILTER (WHERE asked > answered), count(*) FILTER (WHERE answered > asked OR asked > 1),
          (SELECT count(*) FROM durable.activities), (SELECT count(*) FROM durable.instances WHERE status NOT IN ('completed')))
        FROM tasks
        """);

    private static string Id(int i) => i.ToString("'fleet-'0000", CultureInfo.InvariantCulture);
}
