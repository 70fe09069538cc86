using System.Net;
using EndToEnd.Tests.App;
using Npgsql;

namespace EndToEnd.Tests.Dashboards;

/// <summary>An app whose dashboards were asked for while the database was empty, and computed again once it was not.</summary>
public sealed class DashboardApp : IAsyncLifetime
{
    // 28 days with a thousand requests each: the cart loses one a day of the one that it may lose, the mail five of ten.
    private const string Rows = """
        INSERT INTO slo.services (service_id, team, criticality) VALUES ('cart', 'shop', 'critical'), ('mail', 'back office', 'high'), ('free', NULL, 'low');
        UPDATE slo.aggregation_progress SET through = '2026-05-29Z';
        SELECT slo.ensure_partitions('2026-05-01Z', '2026-05-31Z');
        INSERT INTO slo.sli_daily_counts (service_id, day, hours, good, total)
        SELECT s.id, d, 24, 1000 - v.bad, 1000
        FROM (VALUES ('cart', 1), ('mail', 5)) AS v (service, bad) JOIN slo.services s ON s.service_id = v.service,
          generate_series('2026-05-01Z'::timestamptz, '2026-05-28Z', '24 hours') d;
        INSERT INTO slo.recommendation_sets (service_id, lookback_days, method, document, generated_at, expires_at, status)
        SELECT id, 30, 'predictive', '{}', '2026-01-01Z', 'infinity', CASE service_id WHEN 'free' THEN 'active' ELSE 'accepted' END FROM slo.services;
        INSERT INTO slo.slo_recommendations (recommendation_id, service_id, sli_type, tiers, explanation, data_quality, expires_at, status)
        SELECT id, service_id, 'availability', '{"balanced": {"target": 99.9, "estimated_breach_probability": 0.01}}', '{}', '{}', 'infinity', status FROM slo.recommendation_sets;
        INSERT INTO slo.active_slos (service_id, availability_target, source, recommendation_set_id, activated_at, activated_by)
        SELECT s.id, v.target, v.source, CASE v.source WHEN 'manual' THEN NULL ELSE r.id END, '2026-01-02Z', 'ann'
        FROM (VALUES ('cart', 99.9, 'recommendation_accepted'), ('mail', 99, 'manual')) AS v (service, target, source)
          JOIN slo.services s ON s.service_id = v.service JOIN slo.recommendation_sets r ON r.service_id = s.id;
        INSERT INTO slo.slo_audit_log (service_id, action, actor, recommendation_set_id, selected_tier, "timestamp")
        SELECT s.id, v.action, 'ann', r.id, v.tier, now() - v.age::interval
        FROM (VALUES ('cart', 'accept', 'balanced', '100 days'), ('cart', 'reject', NULL, '1 day'), ('mail', 'manual', NULL, '1 day')) AS v (service, action, tier, age)
          JOIN slo.services s ON s.service_id = v.service JOIN slo.recommendation_sets r ON r.service_id = s.id
        """;

    private RunningApp? running;

    public Api Api => running!.Api;

    /// <summary>Every dashboard as the empty database gave it.</summary>
    public IReadOnlyDictionary<string, Answer> Empty { get; private set; } = new Dictionary<string, Answer>();

    public static string Path(string dashboard, string query = "") => $"/api/v1/dashboard/{dashboard}{query}";

    public async Task InitializeAsync()
    {
        if (GivenHost.BaseUrl is not null) return;
        running = await RunningApp.StartAsync(telemetry: null);
        var empty = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (string dashboard in new[] { "coverage", "error-budget-health", "recommendation-quality" }) empty[dashboard] = await Api.GetAsync(Path(dashboard));
        Empty = empty;
        await using (var connection = await running.Database.OpenAsync())
        {
            await using var command = new NpgsqlCommand(Rows, connection);
            await command.ExecuteNonQueryAsync();
        }

        await RefreshAsync();
    }

    /// <summary>Has the timer run, and waits until another state is served.</summary>
    public async Task RefreshAsync()
    {
        string before = AsOf(await Api.GetAsync(Path("coverage")))!;
        var fired = await Api.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/admin/functions/RefreshDashboards") { Content = new StringContent("{}") });
        fired.Status.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.GetAsync(() => Api.GetAsync(Path("coverage")), answer => AsOf(answer) != before);
    }

    public async Task DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
    }

    private static string? AsOf(Answer answer) => answer.Json.GetProperty("as_of").GetString();
}
