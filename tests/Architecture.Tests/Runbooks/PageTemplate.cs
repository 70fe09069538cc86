using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>The form of a runbook: the same headings in the same order, and something under each.</summary>
internal static class PageTemplate
{
    public static readonly IReadOnlyList<string> Headings =
        ["## Severity", "## Summary", "## Impact", "## Diagnosis", "## Resolution", "## Escalation", "## Post-incident"];

    private const int FewestLines = 35;
    private const int MostLines = 90;

    /// <summary>What is not as it should be; empty when nothing.</summary>
    public static IReadOnlyList<string> Mistakes(MarkdownPage page)
    {
        var lines = page.Text.TrimEnd('\n').Split('\n');
        var mistakes = new List<string>();
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal)) mistakes.Add("It does not begin with a title.");
        string[] found = [.. page.Prose.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        mistakes.AddRange(Headings.Except(found).Select(missing => $"'{missing}' is missing."));
        mistakes.AddRange(found.Except(Headings).Select(foreign => $"'{foreign}' is no heading of the template."));
        if (mistakes.Count == 0 && !found.SequenceEqual(Headings)) mistakes.Add("The headings are not in the order of the template.");
        mistakes.AddRange(Headings.Where(heading => found.Contains(heading) && Section(page, heading).Trim().Length == 0).Select(empty => $"Nothing stands under '{empty}'."));
        if (!Section(page, "## Diagnosis").Contains("\n1. ", StringComparison.Ordinal)) mistakes.Add("The diagnosis has no numbered steps.");
        if (!Section(page, "## Post-incident").Contains("- [ ] ", StringComparison.Ordinal)) mistakes.Add("There is nothing to tick off at the end.");
        if (lines.Length is < FewestLines or > MostLines) mistakes.Add($"It has {lines.Length} lines.");
        return mistakes;
    }

    /// <summary>What stands under a heading; empty without it.</summary>
    public static string Section(MarkdownPage page, string heading)
    {
        int start = page.Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        if (start < 0) return "";
        start += heading.Length + 1;
        int end = page.Text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? page.Text[start..] : page.Text[start..end];
    }
}
