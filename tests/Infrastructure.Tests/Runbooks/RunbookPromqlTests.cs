using SloFunctions.Testing.Alerts;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Infrastructure.Tests.Runbooks;

public sealed class RunbookPromqlTests
{
    [Fact]
    public async Task Every_PromQL_expression_of_a_runbook_is_one_to_Prometheus()
    {
        var pages = MarkdownPage.Operations;

        (await MistakesAsync(pages)).ShouldBeEmpty();
        pages.Sum(page => page.Blocks("promql").Count).ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("sum(rate(slo_engine_http_requests_total[5m])")]
    [InlineData("histogram_quantil(0.95, slo_up)")]
    [InlineData("slo_up{scope=in_scope}")]
    [InlineData("rate(slo_up)")]
    public async Task An_expression_that_is_none_is_reported(string expression) =>
        (await MistakesAsync([new MarkdownPage("docs/runbooks/page.md", $"```promql\n{expression}\n```\n")])).ShouldContain("page_1");

    // A rule for each expression, so that the answer names the page.
    private static async Task<string> MistakesAsync(IReadOnlyList<MarkdownPage> pages)
    {
        using var folder = new PromtoolFolder();
        var rules = pages.SelectMany(page => page.Blocks("promql").Select((expression, i) =>
            $"  - record: {page.Name.Replace('-', '_')}_{i + 1}\n    expr: |\n      {expression.Replace("\n", "\n      ", StringComparison.Ordinal)}\n"));
        await folder.SaveAsync("rules.yaml", $"groups:\n- name: runbooks\n  rules:\n{string.Concat(rules)}");
        return await folder.CheckAsync("rules.yaml");
    }
}
