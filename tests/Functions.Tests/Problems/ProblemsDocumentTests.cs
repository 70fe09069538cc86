using System.Text;
using SloFunctions.Functions.Problems;
using SloFunctions.Testing;

namespace Functions.Tests.Problems;

public sealed class ProblemsDocumentTests
{
    private static readonly string File = RepositoryRoot.Combine("docs", "problems.md");

    [Fact]
    public void The_document_says_what_the_catalog_says()
    {
        string text = Render();
        if (Environment.GetEnvironmentVariable("SLO_UPDATE_GOLDEN") == "1") System.IO.File.WriteAllText(File, text);

        System.IO.File.ReadAllText(File).ShouldBe(text, "SLO_UPDATE_GOLDEN=1 rewrites it.");
    }

    [Fact]
    public void Every_kind_is_complete()
    {
        ProblemCatalog.All.ShouldAllBe(k => k.Title.Length > 0 && k.Meaning.EndsWith('.') && k.Remedy.EndsWith('.'));
        ProblemCatalog.All.ShouldAllBe(k => k.Statuses.Count > 0 && k.Statuses.All(s => s >= 400 && s < 600));
        ProblemCatalog.All.ShouldAllBe(k => k.Code.All(c => char.IsAsciiLetterLower(c) || c == '-'));
    }

    private static string Render()
    {
        var text = new StringBuilder("""
            # Problems

            Every failure is answered with a problem document (RFC 7807, `application/problem+json`). Its `type` is `/errors/{code}`,
            relative to the host that answered; a browser finds the explanation there. Generated from the catalog in
            `src/SloFunctions.Functions/Problems`.

            | code | title | status | what it means | what to do |
            |---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var kind in ProblemCatalog.All)
            text.Append($"| `{kind.Code}` | {kind.Title} | {string.Join(", ", kind.Statuses)} | {kind.Meaning} | {kind.Remedy} |\n");
        return text.ToString();
    }
}
