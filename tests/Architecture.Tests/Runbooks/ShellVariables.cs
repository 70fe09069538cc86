using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Variables of commands: each is explained by the index, or set on the page itself.</summary>
internal static partial class ShellVariables
{
    private static readonly Lazy<HashSet<string>> Known = new(() =>
        [.. Assigned(MarkdownPage.Index), .. MarkdownPage.Index.Spans.Select(span => Whole().Match(span)).Where(m => m.Success).Select(m => m.Groups["name"].Value)]);

    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("bash").SelectMany(block => Used().Matches(block).Select(m => m.Groups["name"].Value)).Except(Assigned(page));

    // The variable that the index's first command brings along.
    public static bool IsKnown(string name) => name == "AZURE_RESOURCE_GROUP" || Known.Value.Contains(name);

    private static IEnumerable<string> Assigned(MarkdownPage page) => page.Blocks("bash").SelectMany(block => Assignment().Matches(block).Select(m => m.Groups["name"].Value));

    [GeneratedRegex("""\$\{?(?<name>[A-Z][A-Z_]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Used();

    [GeneratedRegex("""^\$(?<name>[A-Z][A-Z_]*)$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("""^\s*(export )?(?<name>[A-Z][A-Z_]*)=""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Assignment();
}
