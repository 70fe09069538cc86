using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;
using EndToEnd.Tests.Lifecycle;
using EndToEnd.Tests.Recommendations;
using SloFunctions.Testing.Alerts;

namespace EndToEnd.Tests.Alerts;

[Collection(PlainAppTests.Name)]
public sealed class AlertExportTests(PlainApp app)
{
    private readonly Governed governed = new(app);

    [OwnHostFact]
    public async Task Alerts_of_an_accepted_recommendation_are_rules_that_Prometheus_takes_and_that_pass_their_tests()
    {
        await governed.RegisterAsync("alerts-story");
        string id = (await governed.RecommendAsync("alerts-story")).GetProperty("recommendation_id").GetString()!;
        (await governed.DecideAsync("alerts-story", new { recommendation_id = id, action = "accept", selected_tier = "balanced" })).ShouldBe(HttpStatusCode.OK);
        using var folder = new PromtoolFolder();

        foreach (string dialect in new[] { "prometheus", "sloth", "pyrra" })
        {
            string rules = await SaveAsync(folder, $"{PathOf("alerts-story")}?format={dialect}");
            string tests = await SaveAsync(folder, $"{PathOf("alerts-story")}?format={dialect}&with=tests");

            (await folder.CheckAsync(rules)).ShouldBe("");
            (await folder.TestAsync(tests)).ShouldBe("");
            string text = await File.ReadAllTextAsync(Path.Combine(folder.Path, tests));
            text.ShouldContain(rules);
            text.ShouldContain("alertname");
        }

        // A test that its rules do not pass is noticed: they are tests.
        await folder.SaveAsync("alerts-story.prometheus-rules.yaml", "groups: []\n");
        (await folder.TestAsync("alerts-story.prometheus-tests.yaml")).ShouldContain("FAILED");
    }

    [OwnHostFact]
    public async Task A_service_has_an_alert_on_each_of_its_objectives_in_every_format()
    {
        await governed.RegisterAsync("alerts-many");
        (await governed.DecideAsync("alerts-many", new { action = "manual", targets = new { availability = 99.9, latency_p95_ms = 250, latency_p99_ms = 1000 } })).ShouldBe(HttpStatusCode.OK);

        foreach (string format in new[] { "prometheus", "openslo", "sloth", "pyrra", "sloth_spec", "pyrra_spec" })
        {
            var answer = await app.Api.GetAsync($"{PathOf("alerts-many")}?format={format}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
            answer.MediaType.ShouldBe("application/yaml");
            YamlJson.Read(answer.Text).ShouldNotBeEmpty();
            foreach (string objective in new[] { "availability", "latency-p95", "latency-p99" }) answer.Text.ShouldContain(objective, Case.Sensitive, format);
        }
    }

    [OwnHostFact]
    public async Task The_same_document_is_not_sent_twice_and_a_decision_makes_it_another()
    {
        await governed.RegisterAsync("alerts-tag");
        (await governed.DecideAsync("alerts-tag", new { action = "manual", targets = new { availability = 99.9 } })).ShouldBe(HttpStatusCode.OK);
        var first = await app.Api.GetAsync(PathOf("alerts-tag"));

        var again = await app.Api.GetUnlessAsync(PathOf("alerts-tag"), first.Headers["ETag"]);
        again.Status.ShouldBe(HttpStatusCode.NotModified);
        again.Text.ShouldBeEmpty();

        (await governed.DecideAsync("alerts-tag", new { action = "manual", targets = new { availability = 99.5 } })).ShouldBe(HttpStatusCode.OK);
        var after = await app.Api.GetUnlessAsync(PathOf("alerts-tag"), first.Headers["ETag"]);
        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Headers["ETag"].ShouldNotBe(first.Headers["ETag"]);
        after.Headers["Content-Disposition"].ShouldBe("attachment; filename=alerts-tag.prometheus-rules.yaml");
    }

    [OwnHostFact]
    public async Task Names_that_people_may_choose_end_up_in_valid_and_distinct_names_of_every_format()
    {
        string[] services = ["alerts.a", "alerts/a", "alerts a", "Alerts-A", "alerts{{ a }}", "alerts\"a\\", "alerts: #a", "älerts-日本", "alerts_a", "alerts:a", $"alerts-{new string('z', 248)}"];
        var nodes = services.Select(s => new { service_id = s, metadata = new { team = "alerts / hostile", criticality = "critical" } });
        (await app.Api.IngestAsync(JsonSerializer.Serialize(new { source = "manual", nodes }))).ShouldBe(HttpStatusCode.Accepted);
        foreach (string service in services) await KnownHistory.PromiseAsync(app, service, 99.9);
        using var folder = new PromtoolFolder();
        string all = $"/api/v1/slos/alerts?team={Uri.EscapeDataString("alerts / hostile")}";

        foreach (string dialect in new[] { "prometheus", "sloth", "pyrra" })
        {
            (await folder.CheckAsync(await SaveAsync(folder, $"{all}&format={dialect}"))).ShouldBe("", dialect);
            (await folder.TestAsync(await SaveAsync(folder, $"{all}&format={dialect}&with=tests"))).ShouldBe("", dialect);
        }

        foreach (string format in new[] { "openslo", "sloth_spec", "pyrra_spec" })
        {
            var documents = YamlJson.Read((await app.Api.GetAsync($"{all}&format={format}")).Text);
            string[] names = [.. documents.Select(d => $"{d!["kind"]} {d["metadata"]?["name"] ?? d["service"]}")];
            names.ShouldBeUnique(format);
            names.Length.ShouldBeGreaterThanOrEqualTo(services.Length);
        }

        string[] files = await Task.WhenAll(services.Select(async s => (await app.Api.GetAsync(PathOf(s))).Headers["Content-Disposition"]));
        files.ShouldBeUnique();
        files.ShouldAllBe(f => f.EndsWith(".prometheus-rules.yaml", StringComparison.Ordinal) && f.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || "-.;= ".Contains(c)));
    }

    private async Task<string> SaveAsync(PromtoolFolder folder, string path)
    {
        var answer = await app.Api.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        string name = answer.Headers["Content-Disposition"]["attachment; filename=".Length..];
        await folder.SaveAsync(name, answer.Text);
        return name;
    }

    private static string PathOf(string service) => $"{Governed.PathOf(service)}/alerts";
}
