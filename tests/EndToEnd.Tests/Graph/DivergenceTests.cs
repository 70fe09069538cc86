using System.Net;
using System.Text.Json;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Graph;

[Collection(PlainAppTests.Name)]
public sealed class DivergenceTests(PlainApp app)
{
    private const string Path = "/api/v1/graph/divergence";

    [Fact]
    public async Task What_is_declared_and_what_is_observed_are_compared()
    {
        await IngestAsync("manual", ("vary-a", "vary-b", "soft"), ("vary-a", "vary-c", null), ("vary-a", "vary-e", null));
        await IngestAsync("otel_service_graph", ("vary-a", "vary-b", "hard"), ("vary-a", "vary-d", null), ("vary-a", "vary-e", null));

        (await ListAsync("")).ShouldBe([
            "attribute_difference vary-a vary-b [manual otel_service_graph] criticality soft hard",
            "declared_not_observed vary-a vary-c [manual]",
            "observed_not_declared vary-a vary-d [otel_service_graph]",
        ]);
        (await ListAsync("kind=observed_not_declared")).ShouldBe(["observed_not_declared vary-a vary-d [otel_service_graph]"]);

        var totals = (await app.Api.GetAsync(Path)).ShouldBe(HttpStatusCode.OK).GetProperty("totals");
        totals.GetProperty("observed_not_declared").GetInt32().ShouldBeGreaterThanOrEqualTo(1);
        totals.GetProperty("attribute_differences").GetInt32().ShouldBeGreaterThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("kind=none", "kind")]
    [InlineData("cursor=%21", "cursor")]
    [InlineData("cursor=WyJhIl0", "cursor")]
    [InlineData("cursor=WyJhIixudWxsLCJiIl0", "cursor")]
    [InlineData("limit=1001", "limit")]
    public async Task A_wrong_parameter_is_named(string query, string field) =>
        (await app.Api.GetAsync($"{Path}?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, field);

    private async Task IngestAsync(string source, params (string Source, string Target, string? Criticality)[] edges) => (await app.Api.IngestAsync(JsonSerializer.Serialize(new
    {
        source,
        edges = edges.Select(e => new { source = e.Source, target = e.Target, attributes = new { criticality = e.Criticality } }),
    }))).ShouldBe(HttpStatusCode.Accepted);

    private async Task<IReadOnlyList<string>> ListAsync(string query)
    {
        var lines = new List<string>();
        string cursor = "";
        while (true)
        {
            var page = (await app.Api.GetAsync($"{Path}?limit=2&{query}{cursor}")).ShouldBe(HttpStatusCode.OK);
            lines.AddRange(page.GetProperty("divergences").EnumerateArray().Select(Line).Where(l => l.Contains(" vary-", StringComparison.Ordinal)));
            if (page.GetProperty("next_cursor").GetString() is not { } next) return lines;
            cursor = $"&cursor={next}";
        }
    }

    private static string Line(JsonElement d)
    {
        string sources = string.Join(' ', d.GetProperty("discovery_sources").EnumerateArray().Select(s => s.GetString()));
        string text = $"{d.GetProperty("kind")} {d.GetProperty("source")} {d.GetProperty("target")} [{sources}]";
        return $"{text} {d.GetProperty("attribute")} {d.GetProperty("declared")} {d.GetProperty("observed")}".TrimEnd();
    }
}
