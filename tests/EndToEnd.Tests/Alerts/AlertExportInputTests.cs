using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Alerts;

[Collection(PlainAppTests.Name)]
public sealed class AlertExportInputTests(PlainApp app)
{
    private const string Known = "alerts-known";
    private const string Bare = "alerts bare";

    [Theory]
    [InlineData("format=yaml", "format")]
    [InlineData("format=", "format")]
    [InlineData("format=PROMETHEUS", "format")]
    [InlineData("format=sloth-spec", "format")]
    [InlineData("format=prometheus&format=prometheus", "format")]
    [InlineData("with=", "with")]
    [InlineData("with=tests&with=tests", "with")]
    [InlineData("with=everything", "with")]
    [InlineData("format=openslo&with=tests", "with")]
    [InlineData("format=sloth_spec&with=tests", "with")]
    [InlineData("format=pyrra_spec&with=tests", "with")]
    [InlineData("format=%00", "format")]
    [InlineData("format=%F0%9F%98%80", "format")]
    public async Task A_parameter_that_is_wrong_is_named(string query, string field)
    {
        (await app.Api.GetAsync($"/api/v1/services/{Known}/slos/alerts?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);
        (await app.Api.GetAsync($"/api/v1/slos/alerts?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);
    }

    [Theory]
    [InlineData("team=")]
    [InlineData("team=a&team=b")]
    [InlineData("team=a&Team=b")]
    [InlineData("team=%01")]
    public async Task A_team_that_is_none_is_refused(string query) =>
        (await app.Api.GetAsync($"/api/v1/slos/alerts?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, "team");

    [Fact]
    public async Task A_format_that_is_none_is_answered_with_those_that_are() =>
        (await app.Api.GetAsync("/api/v1/slos/alerts?format=yaml")).ShouldBeProblem(HttpStatusCode.BadRequest, "format")
            .GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("prometheus, openslo, sloth, pyrra, sloth_spec, pyrra_spec");

    [Theory]
    [InlineData("nobody-knows-it")]
    [InlineData("'; DROP TABLE slo.services; --")]
    [InlineData("{{ .window }}")]
    public async Task A_service_or_team_that_nobody_knows_is_not_found(string name)
    {
        Code((await app.Api.GetAsync($"/api/v1/services/{Uri.EscapeDataString(name)}/slos/alerts")).ShouldBeProblem(HttpStatusCode.NotFound)).ShouldBe("service-not-found");
        Code((await app.Api.GetAsync($"/api/v1/slos/alerts?team={Uri.EscapeDataString(name)}")).ShouldBeProblem(HttpStatusCode.NotFound)).ShouldBe("team-not-found");
    }

    [Fact]
    public async Task A_service_or_team_without_an_SLO_is_told_what_to_do()
    {
        await RegisterAsync(Bare, "alerts-bare");

        var service = (await app.Api.GetAsync($"/api/v1/services/{Uri.EscapeDataString(Bare)}/slos/alerts")).ShouldBeProblem(HttpStatusCode.NotFound);
        Code(service).ShouldBe("slo-not-found");
        service.GetProperty("detail").GetString()!.ShouldContain("POST /api/v1/services/alerts%20bare/slos");
        Code((await app.Api.GetAsync("/api/v1/slos/alerts?team=alerts-bare")).ShouldBeProblem(HttpStatusCode.NotFound)).ShouldBe("slo-not-found");
    }

    [OwnHostFact]
    public async Task A_threshold_off_the_buckets_is_left_out_and_told_of_and_alone_it_is_a_problem()
    {
        await RegisterAsync("alerts-off", "alerts-off");
        await using (var connection = await app.Database!.OpenAsync())
        {
            await using var command = new Npgsql.NpgsqlCommand(
                """
                INSERT INTO slo.latency_bucket_layouts (bounds) VALUES ('{0.11,0.22}') ON CONFLICT DO NOTHING;
                SELECT slo.ensure_partitions(now() - interval '2 days', now());
                INSERT INTO slo.sli_daily_counts (service_id, day, latency_layout_id, hours, good, total, latency_counts)
                SELECT s.id, date_trunc('day', now() - interval '1 day', 'UTC'), l.id, 1, 0, 0, '{0,0,0}'
                FROM slo.services s, slo.latency_bucket_layouts l WHERE s.service_id = 'alerts-off' AND l.bounds = '{0.11,0.22}';
                INSERT INTO slo.active_slos (service_id, latency_p95_target_ms, source, activated_at, activated_by)
                SELECT id, 123, 'manual', now(), 'test' FROM slo.services WHERE service_id = 'alerts-off'
                """,
                connection);
            await command.ExecuteNonQueryAsync();
        }

        var nothing = (await app.Api.GetAsync("/api/v1/services/alerts-off/slos/alerts")).ShouldBeProblem(HttpStatusCode.NotFound);
        Code(nothing).ShouldBe("no-measurable-slo");
        nothing.GetProperty("detail").GetString()!.ShouldContain("latency-p95");

        await app.Database.ScalarAsync<int>("WITH more AS (UPDATE slo.active_slos SET availability_target = 99.9 WHERE latency_p95_target_ms = 123 RETURNING 1) SELECT count(*) FROM more");
        foreach (string format in new[] { "prometheus", "openslo", "sloth", "pyrra", "sloth_spec", "pyrra_spec" })
        {
            string text = (await app.Api.GetAsync($"/api/v1/services/alerts-off/slos/alerts?format={format}")).Text;
            text.Split('\n').ShouldContain(l => l.StartsWith('#') && l.Contains("No alerts for latency-p95", StringComparison.Ordinal), format);
            text.ShouldContain("availability");
        }
    }

    private async Task RegisterAsync(string service, string team) =>
        (await app.Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes = new[] { new { service_id = service, metadata = new { team } } } }))).ShouldBe(HttpStatusCode.Accepted);

    private static string Code(JsonElement problem) => problem.GetProperty("type").GetString()!.Split('/')[^1];
}
