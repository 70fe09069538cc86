using System.Text.RegularExpressions;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Architecture.Tests;

public sealed partial class ProblemTests
{
    // Refused graph events are kept with these codes; no request is answered with them.
    private const string DeadLetters = "GraphEventValidation.cs";

    private static readonly IReadOnlyList<(string Code, string? Title)> Used = [.. Sources().SelectMany(Codes)];

    [Fact]
    public void Every_code_in_the_sources_is_in_the_catalog_with_its_title()
    {
        Used.Count.ShouldBeGreaterThan(20);
        Used.Where(u => ProblemCatalog.Find(u.Code) is not { } kind || (u.Title is not null && u.Title != kind.Title)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_of_the_catalog_is_used()
    {
        ProblemCatalog.All.Select(k => k.Code).Except(Used.Select(u => u.Code)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Error.Conflict(\"a-b\", \"A B\", \"Detail.\")", "a-b", "A B")]
    [InlineData("Error.Forbidden(\n    \"a-b\",\n    \"A B\", \"Detail.\")", "a-b", "A B")]
    [InlineData("Error.NotFound(\"a-b\", \"A B\", id)", "a-b-not-found", "A B Not Found")]
    [InlineData("new(\n    ErrorKind.Invalid,\n    \"a-b\",\n    \"A B\",", "a-b", "A B")]
    [InlineData("Problem(\n    request, StatusCodes.Status404NotFound, \"a-b\", \"Detail.\")", "a-b", null)]
    public void Codes_are_found_however_they_are_written(string text, string code, string? title) => Codes(text).ShouldBe([(code, title)]);

    [Theory]
    [InlineData("Error.Invalid(\"body\", \"A JSON object is required.\")")]
    [InlineData("Console.Error.WriteLine(\"text\")")]
    public void Other_texts_are_no_codes(string text) => Codes(text).ShouldBeEmpty();

    private static IEnumerable<string> Sources() => new[] { "Domain", "Application", "Infrastructure", "Functions" }
        .SelectMany(project => SourceFiles.Below($"src/SloFunctions.{project}", "*.cs"))
        .Where(file => !file.EndsWith(DeadLetters, StringComparison.Ordinal))
        .Select(SourceFiles.Read);

    private static IEnumerable<(string Code, string? Title)> Codes(string source)
    {
        foreach (Match use in Factory().Matches(source))
        {
            bool isMissing = use.Groups["factory"].Value == "NotFound";
            yield return (use.Groups["code"].Value + (isMissing ? "-not-found" : ""), use.Groups["title"].Value + (isMissing ? " Not Found" : ""));
        }

        foreach (Match use in Constructor().Matches(source)) yield return (use.Groups["code"].Value, use.Groups["title"].Value);
        foreach (Match use in Mapped().Matches(source)) yield return (use.Groups["code"].Value, null);
    }

    [GeneratedRegex("""\bError\.(?<factory>(?!Invalid\b)\w+)\(\s*"(?<code>[a-z-]+)",\s*"(?<title>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Factory();

    [GeneratedRegex("""\(\s*ErrorKind\.\w+,\s*"(?<code>[a-z-]+)",\s*"(?<title>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Constructor();

    [GeneratedRegex("""\bProblem\(\s*request,\s*[\w.]+,\s*"(?<code>[a-z-]+)""", RegexOptions.None, 1000)]
    private static partial Regex Mapped();
}
