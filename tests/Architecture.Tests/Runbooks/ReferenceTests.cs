using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

public sealed class ReferenceTests
{
    public static TheoryData<string> Kinds => [.. ReferenceChecks.All.Select(check => check.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_pages_name_exists(string kind)
    {
        var check = ReferenceChecks.Of(kind);

        MarkdownPage.Operations.SelectMany(check.Mistakes).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_pages_name_is_found_in_them(string kind)
    {
        var check = ReferenceChecks.Of(kind);

        MarkdownPage.Operations.SelectMany(check.Named).Distinct().Count().ShouldBeGreaterThanOrEqualTo(check.Fewest);
    }

    [Theory]
    [InlineData("endpoint", "```bash\ncurl -sS \"$APP/api/v1/heath\"\n```", "GET /api/v1/heath")]
    [InlineData("endpoint", "```bash\ncurl -sS -X PUT \"$APP/api/v1/services\"\n```", "PUT /api/v1/services")]
    [InlineData("endpoint", "```bash\ncurl -sS \"$APP/api/v1/services/a/dependencies?dept=3\"\n```", "GET /api/v1/services/a/dependencies?dept=3")]
    [InlineData("endpoint", "Then `DELETE /api/v1/services/{service_id}/slos`.", "DELETE /api/v1/services/{service_id}/slos")]
    [InlineData("endpoint", "It is `GET …/slo-recomendations`.", "GET …/slo-recomendations")]
    [InlineData("metric", "```promql\nmax(slo_engine_prometheus_querys_total)\n```", "slo_engine_prometheus_querys_total")]
    [InlineData("metric", "```kql\nAppMetrics | where Name == 'slo_engine_errors_total'\n```", "slo_engine_errors_total")]
    [InlineData("metric", "`slo_graph_deadletters` is 0.", "slo_graph_deadletters")]
    [InlineData("label", "```promql\nsum by (le, route) (rate(slo_engine_http_requests_total{code=\"500\"}[5m]))\n```", "route", "code")]
    [InlineData("table of logs", "```kql\nAppTrace | take 1\n```", "AppTrace")]
    [InlineData("log property", "```kql\nAppTraces | where Properties.Service == 'a' and isnotempty(Properties['exception.kind'])\n```", "Service", "exception.kind")]
    [InlineData("log event", "```kql\nAppTraces | where tostring(Properties.EventId) in ('1001', '1009')\n```", "1009")]
    [InlineData("log event", "It is over with event 4403.", "4403")]
    [InlineData("log event", "Runs end with 5804 or 5899.", "5899")]
    [InlineData("function", "```bash\ncurl -X POST \"$APP/admin/functions/Aggregate\"\n```", "Aggregate")]
    [InlineData("function", "```kql\nAppRequests | where OperationName has_any ('StoreDay', 'StoreWeek')\n```", "StoreWeek")]
    [InlineData("function", "Set `AzureWebJobs.FindDrift.Disabled`.", "FindDrift")]
    [InlineData("command", "Run `./slo migrat up`.", "migrat up")]
    [InlineData("command", "Run `./slo audit check`.", "audit check")]
    [InlineData("command", "```bash\n./slo gate --address x --service y\n```", "gate --address")]
    [InlineData("command", "`./slo bench everything`", "bench everything")]
    [InlineData("setting", "Lower `Drift__Threshold`.", "Drift__Threshold")]
    [InlineData("setting", "Move `NIGHTLY_SCHEDULE`.", "NIGHTLY_SCHEDULE")]
    [InlineData("link", "[there](no-such-page.md)", "docs/runbooks/no-such-page.md")]
    [InlineData("link", "[there](../scale.md#no-such-heading)", "docs/scale.md#no-such-heading")]
    [InlineData("variable", "```bash\naz functionapp restart -g \"$RESOURCES\" -n \"$NAME\"\n```", "RESOURCES")]
    public void A_mistake_is_reported_by_name(string kind, string text, params string[] named) =>
        ReferenceChecks.Of(kind).Mistakes(new MarkdownPage("docs/runbooks/page.md", text)).ShouldBe(named.Select(name => $"page: no {kind} {name}"), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_slip_in_anything_that_pages_name_is_noticed(string kind)
    {
        var check = ReferenceChecks.Of(kind);

        MarkdownPage.Operations.SelectMany(check.Named).Distinct().Where(name => check.IsKnown(name.Insert(2, "x"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("endpoint", "```bash\ncurl -sS \"$APP/api/v1/services/a/dependencies?depth=3\"\n```\n`GET …/slo-recommendations?force_regenerate=true`")]
    [InlineData("metric", "`slo_app` and ```promql\nslo_up\n```")]
    [InlineData("log event", "On 2026-11-22, 1,718 of 5,000 took 4096.5 ms (event 1001).")]
    [InlineData("command", "`./slo test Drift` and `./slo drift series.csv --detector vote`")]
    [InlineData("link", "[there](https://example.com/page.md)")]
    [InlineData("variable", "```bash\nTOPIC=x\necho \"$TOPIC\"\n```")]
    public void What_is_right_is_no_mistake(string kind, string text) =>
        ReferenceChecks.Of(kind).Mistakes(new MarkdownPage("docs/runbooks/page.md", text)).ShouldBeEmpty();
}
