using EndToEnd.Tests.App;
using EndToEnd.Tests.Maintenance;
using EndToEnd.Tests.Observability;

namespace EndToEnd.Tests.Violations;

public sealed class ViolationTests(MaintainedApp app) : IClassFixture<MaintainedApp>
{
    [OwnHostFact]
    public async Task After_an_outage_metrics_tell_how_the_SLO_stands_and_that_it_was_violated_once()
    {
        await app.RegisterAsync("broken \"quoted\\ service");
        await app.RegisterAsync("sound");
        await ExecuteAsync("UPDATE slo.sli_daily_counts c SET good = c.total FROM slo.services s WHERE s.id = c.service_id AND s.service_id = 'sound'");
        await ExecuteAsync("UPDATE slo.sli_hourly_counts c SET good = c.total FROM slo.services s WHERE s.id = c.service_id AND s.service_id = 'sound'");
        await ExecuteAsync("INSERT INTO slo.services (service_id) VALUES ('silent')");
        await ExecuteAsync("INSERT INTO slo.active_slos (service_id, availability_target, source, activated_at, activated_by) SELECT id, 99.9, 'manual', now(), 'ann' FROM slo.services WHERE service_id = 'silent'");

        await app.FireAsync("RecordViolations");
        await app.FireAsync("RecordViolations");
        const string Broken = """broken \"quoted\\ service""";
        string text = await app.MetricsAsync("slo_violations_total", Broken, s => s.Labels["severity"] == "critical" && s.Value == 1);

        Value(text, "slo_violations_total", Broken, ("severity", "warning")).ShouldBe(1);
        Value(text, "slo_violations_total", "sound", ("severity", "critical")).ShouldBe(0);
        Value(text, "slo_error_budget_remaining", Broken).ShouldBe(100 * (1 - (500 / 48.0)), 1e-6);
        Value(text, "slo_error_budget_remaining", "sound").ShouldBe(100);
        Value(text, "slo_availability_percentage", Broken, ("window", "28d")).ShouldBe(100 * 47_500 / 48_000.0, 1e-9);
        Value(text, "slo_availability_percentage", Broken, ("window", "1h")).ShouldBe(100);
        Value(text, "slo_error_budget_burn_rate", Broken, ("window", "6h")).ShouldBe(500 / 6.0, 1e-6);
        Value(text, "slo_error_budget_burn_rate", "sound", ("window", "28d")).ShouldBe(0);

        var services = MetricsText.Samples(text, "slo_service_info");
        services.ShouldHaveSingle(s => s.Labels["service"] == "sound").Labels["team"].ShouldBe(MaintainedApp.Team);
        services.ShouldHaveSingle(s => s.Labels["service"] == "silent").Labels.Keys.ShouldBe(["service", "criticality"], "It has no team.");
        services.ShouldAllBe(s => s.Value == 1);

        // Of what is not known there is no sample, rather than one that is no number.
        MetricsText.Samples(text, "slo_error_budget_remaining").ShouldNotContain(s => s.Labels["service"] == "silent");
        MetricsText.Samples(text, "slo_availability_percentage").ShouldNotContain(s => s.Labels["service"] == "silent");
        Value(text, "slo_violations_total", "silent", ("severity", "critical")).ShouldBe(0);
        text.ShouldNotContain(" NaN", Case.Sensitive);
        MetricsText.Samples(text, "slo_availability_percentage")[0].Labels["slo_name"].ShouldBe("availability");
        (await Promtool.CheckAsync(text)).ShouldBeEmpty();
        (await app.Database.ScalarAsync<int>("SELECT count(*) FROM slo.slo_violations v JOIN slo.services s ON s.id = v.service_id WHERE s.service_id LIKE 'broken%' AND v.ended_at IS NULL")).ShouldBe(2);
    }

    [OwnHostFact]
    public async Task Measured_percentiles_are_told_beside_the_promise_of_them()
    {
        await app.RegisterAsync("slow");
        await ExecuteAsync("UPDATE slo.active_slos SET latency_percentile = 99, latency_threshold_ms = 400, latency_p95_target_ms = 200 FROM slo.services s WHERE s.id = active_slos.service_id AND s.service_id = 'slow'");
        await ExecuteAsync(
            """
            INSERT INTO slo.sli_aggregates (service_id, sli_type, "window", value, sample_count, computed_at)
            SELECT s.id, v.sli_type, '28d', v.value, 10, p.through
            FROM slo.services s, slo.aggregation_progress p, (VALUES ('latency_p99', 431.5), ('latency_p95', 180), ('latency_p50', 20)) AS v (sli_type, value)
            WHERE s.service_id = 'slow'
            """);

        string text = await app.MetricsAsync("slo_latency_seconds", "slow", _ => true);

        Value(text, "slo_latency_seconds", "slow", ("slo_name", "latency-p99"), ("quantile", "0.99")).ShouldBe(0.4315, 1e-12);
        Value(text, "slo_latency_seconds", "slow", ("slo_name", "latency-p95"), ("quantile", "0.95")).ShouldBe(0.18, 1e-12);
        (await Promtool.CheckAsync(text)).ShouldBeEmpty();
    }

    private static double Value(string text, string name, string service, params (string Name, string Value)[] labels) =>
        MetricsText.Samples(text, name).ShouldHaveSingle(s => s.Labels["service"] == service && labels.All(l => s.Labels[l.Name] == l.Value)).Value;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await app.Database.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
