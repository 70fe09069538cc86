using System.Net;
using System.Text;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Observability;

namespace EndToEnd.Tests.Drift;

public sealed class DriftTests(DriftApp app) : IClassFixture<DriftApp>
{
    private const string Slower = "drift-slower";
    private const string Steady = "drift-steady";
    private const int Days = 40;

    [OwnHostFact]
    public async Task A_latency_that_rises_by_a_fifth_makes_the_recommendation_stale_and_is_told_to_the_owner_once()
    {
        await RegisterAsync();
        Verdict(await DriftAsync(Slower)).ShouldBe("not_evaluated");
        string recommendation = (await Api.GetAsync(Api.Recommendations(Slower))).ShouldBe(HttpStatusCode.OK).GetProperty("recommendation_id").GetString()!;
        await NotifyAsync();

        // The first run learns what is usual, from what lies before the hours that are looked at.
        await Api.DetectDriftAsync();
        await Eventually.GetAsync(() => DriftAsync(Slower), d => d.GetProperty("series")[0].GetProperty("baseline").ValueKind == JsonValueKind.Object, TimeSpan.FromMinutes(2));
        (await EntriesAsync(Slower)).ShouldBe(0);
        await Api.DetectDriftAsync();

        var latency = (await Eventually.GetAsync(() => DriftAsync(Slower), d => Verdict(d) == "drifted")).GetProperty("series")[0];
        latency.GetProperty("votes").GetInt32().ShouldBeGreaterThanOrEqualTo(2);
        latency.GetProperty("detectors").GetArrayLength().ShouldBe(3);
        latency.GetProperty("change").GetProperty("direction").GetString().ShouldBe("up");
        latency.GetProperty("change").GetProperty("change_percent").GetDouble().ShouldBeInRange(12, 28);
        Math.Abs((latency.GetProperty("since").GetDateTimeOffset() - app.Step).TotalMinutes).ShouldBeLessThan(5);
        latency.GetProperty("baseline").GetProperty("provisional").GetBoolean().ShouldBeTrue();
        (await app.Running.Database.ScalarAsync<bool>($"SELECT is_stale FROM slo.recommendation_sets WHERE id = '{recommendation}'")).ShouldBeTrue();
        (await app.Running.Database.ScalarAsync<double>("SELECT extract(epoch FROM max(\"timestamp\")) FROM slo.slo_audit_log WHERE action = 'drift_triggered'"))
            .ShouldBeLessThanOrEqualTo(app.Step.AddMinutes(30).ToUnixTimeSeconds());
        // The re-evaluation that was queued has been done by the same run.
        await Eventually.GetAsync(
            () => app.Running.Database.ScalarAsync<int>("SELECT count(*) FROM slo.recommendation_sets WHERE status = 'active' AND NOT is_stale"), active => active == 1);

        await Api.FireAsync("DeliverNotifications");
        var told = (await Eventually.GetAsync(() => Task.FromResult(app.Receiver.Received), r => r.Count > 0)).ShouldHaveSingleItem();
        (told.Headers["X-Slo-Event"], told.Json.GetProperty("service_id").GetString()).ShouldBe(("drift_triggered", Slower));
        told.Json.GetProperty("drift").GetProperty("series").GetString().ShouldBe("latency");
        told.Json.GetProperty("rationale").GetString().ShouldNotBeNull().ShouldContain("above its usual level");

        await Api.DetectDriftAsync();
        await Api.FireAsync("DeliverNotifications");
        (await EntriesAsync(Slower)).ShouldBe(1);
        (await EntriesAsync(Steady)).ShouldBe(0);
        app.Receiver.Received.Count.ShouldBe(1);
        (await DriftAsync(Steady)).GetProperty("series").EnumerateArray().Select(s => s.GetProperty("verdict").GetString()).ShouldBe(["stable", "stable"]);
        MetricsText.Samples((await Api.GetAsync("/metrics")).Text, "slo_engine_drift_detections_total").Sum(m => m.Value).ShouldBeGreaterThanOrEqualTo(2);
        var history = await HistoryAsync();
        history.GetProperty("entries").EnumerateArray().Count(e => e.GetProperty("action").GetString() == "drift_triggered").ShouldBe(1);
    }

    [OwnHostFact]
    public async Task A_service_that_is_not_registered_is_not_found() =>
        (await Api.GetAsync("/api/v1/services/drift-of-nobody/drift")).ShouldBeProblem(HttpStatusCode.NotFound).GetProperty("type").GetString().ShouldBe("/errors/service-not-found");

    private static string? Verdict(JsonElement drift) => drift.GetProperty("series")[0].GetProperty("verdict").GetString();

    private Api Api => app.Running.Api;

    private async Task RegisterAsync()
    {
        var nodes = new[] { Slower, Steady }.Select(s => new { service_id = s, metadata = new { team = "drifters", criticality = "critical" } });
        (await Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        await app.Running.Database.StoreHoursAsync(Slower, [.. AppDatabase.LastHours(Days * 24).Select((hour, i) => (hour, i % 10 == 0 ? 999L : 1000L))], 1000);
    }

    private async Task NotifyAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/teams/drifters/notification-targets")
        {
            Content = new StringContent($$"""{"targets":[{"name":"log","url":"{{app.Receiver.Url}}","format":"generic"}]}""", Encoding.UTF8, "application/json"),
            Headers = { Authorization = Administrator() },
        };
        (await Api.SendAsItIsAsync(request)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<JsonElement> HistoryAsync()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/services/{Slower}/slo-history") { Headers = { Authorization = Administrator() } };
        return (await Api.SendAsItIsAsync(request)).ShouldBe(HttpStatusCode.OK);
    }

    private System.Net.Http.Headers.AuthenticationHeaderValue Administrator() =>
        new("Bearer", app.Running.Issuer.Token($"ann-{Guid.NewGuid():N}", ["sre_admin"], [], "ann@example.org"));

    private async Task<JsonElement> DriftAsync(string service) => (await Api.GetAsync($"/api/v1/services/{service}/drift")).ShouldBe(HttpStatusCode.OK);

    private Task<int> EntriesAsync(string service) => app.Running.Database.ScalarAsync<int>(
        $"SELECT count(*) FROM slo.slo_audit_log l JOIN slo.services s ON s.id = l.service_id WHERE l.action = 'drift_triggered' AND s.service_id = '{service}'");
}
