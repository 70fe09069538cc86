using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

public sealed class RunbookTests
{
    // What the specification wants a procedure for (section 11.4).
    private static readonly string[] Specified = ["prometheus-unreachable", "recommendations-slow", "database-disk", "drift-false-positives", "rate-limited"];

    private static readonly string[] Situations = ["deployment-failed", "migration-failed", "restore", "region-outage", "cost", "secret-rotation"];

    public static TheoryData<string> Pages => [.. MarkdownPage.Runbooks.Select(page => page.Name)];

    [Fact]
    public void Every_page_that_exported_alerts_lead_to_is_there()
    {
        var pages = new RunbookAddress("{page}");

        Enum.GetValues<RunbookPage>().Select(page => pages.Of(page, ServiceId.Of("cart"))).ShouldBeSubsetOf(MarkdownPage.Runbooks.Select(page => page.Name));
    }

    [Fact]
    public void Every_page_that_alerts_about_the_platform_lead_to_is_there()
    {
        string[] wanted = [.. PlatformAlert.All.Select(alert => alert.Page).Distinct()];

        wanted.Length.ShouldBeGreaterThanOrEqualTo(26);
        wanted.Concat(Specified).Concat(Situations).ShouldBeSubsetOf(MarkdownPage.Runbooks.Select(page => page.Name));
    }

    [Fact]
    public void Every_page_names_its_alerts_and_says_whether_they_page() =>
        PlatformAlert.All.SelectMany(alert => Untold(alert, MarkdownPage.Read($"docs/runbooks/{alert.Page}.md"))).ShouldBeEmpty();

    [Fact]
    public void An_alert_that_its_page_does_not_tell_of_is_reported()
    {
        var page = new MarkdownPage("docs/runbooks/slow.md", "# Slow\n\n## Severity\nTicket. `SloFunctionsSlow`.\n\n## Summary\n");

        Untold(new PlatformAlert("SloFunctionsSlow", "slow", "ticket"), page).ShouldBeEmpty();
        Untold(new PlatformAlert("SloFunctionsFast", "slow", "ticket"), page).ShouldBe(["slow does not name SloFunctionsFast"]);
        Untold(new PlatformAlert("SloFunctionsSlow", "slow", "page"), page).ShouldBe(["slow does not say that SloFunctionsSlow is a page"]);
    }

    [Fact]
    public void The_index_leads_to_every_page_and_to_none_that_is_missing()
    {
        string[] linked = [.. Links.Named(MarkdownPage.Index).Where(link => link.StartsWith("docs/runbooks/", StringComparison.Ordinal)).Select(link => link.Split('#')[0]).Distinct()];

        linked.ShouldBe(MarkdownPage.Runbooks.Select(page => page.Path), ignoreOrder: true);
    }

    [Fact]
    public void The_index_names_each_alert_beside_its_page()
    {
        string[] rows = MarkdownPage.Index.Text.Split('\n');

        PlatformAlert.All.Where(alert => !rows.Any(row => row.Contains($"({alert.Page}.md)", StringComparison.Ordinal) && row.Contains($"`{alert.Name}`", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_has_the_form_of_the_template(string name) =>
        PageTemplate.Mistakes(MarkdownPage.Read($"docs/runbooks/{name}.md")).ShouldBeEmpty();

    [Theory]
    [InlineData("## Impact\n", "", "'## Impact' is missing.")]
    [InlineData("## Post-incident", "## Afterwards", "'## Afterwards' is no heading of the template.")]
    [InlineData("Nobody waits.\n", "", "Nothing stands under '## Impact'.")]
    [InlineData("1. Look.", "Look.", "The diagnosis has no numbered steps.")]
    [InlineData("- [ ] Done.", "Done.", "There is nothing to tick off at the end.")]
    [InlineData("# Slow\n", "Slow\n", "It does not begin with a title.")]
    public void A_page_of_another_form_is_reported(string right, string wrong, string mistake)
    {
        string text = "# Slow\n\n## Severity\nTicket.\n\n## Summary\nIt is slow.\n\n## Impact\nNobody waits.\n\n## Diagnosis\n1. Look.\n"
            + new string('\n', PageTemplate.Headings.Count * 3) + "\n## Resolution\nMend it.\n\n## Escalation\nNone.\n\n## Post-incident\n- [ ] Done.\n";

        PageTemplate.Mistakes(new MarkdownPage("docs/runbooks/slow.md", text)).ShouldBeEmpty();
        PageTemplate.Mistakes(new MarkdownPage("docs/runbooks/slow.md", text.Replace(right, wrong, StringComparison.Ordinal))).ShouldContain(mistake);
    }

    [Fact]
    public void Headings_in_another_order_are_reported()
    {
        var page = MarkdownPage.Runbooks[0];
        string swapped = page.Text.Replace("## Summary", "##", StringComparison.Ordinal).Replace("## Impact", "## Summary", StringComparison.Ordinal).Replace("##\n", "## Impact\n", StringComparison.Ordinal);

        PageTemplate.Mistakes(page with { Text = swapped }).ShouldContain("The headings are not in the order of the template.");
    }

    private static IEnumerable<string> Untold(PlatformAlert alert, MarkdownPage page)
    {
        string severity = PageTemplate.Section(page, "## Severity");
        if (!severity.Contains($"`{alert.Name}`", StringComparison.Ordinal)) yield return $"{page.Name} does not name {alert.Name}";
        if (!severity.Contains(alert.Severity, StringComparison.OrdinalIgnoreCase)) yield return $"{page.Name} does not say that {alert.Name} is a {alert.Severity}";
    }
}
