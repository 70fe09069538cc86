using System.Text.RegularExpressions;
using SloFunctions.Testing;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Links from page to page, with the heading that they lead to.</summary>
internal static partial class Links
{
    /// <summary>Links inside the checkout, as paths from its root, with their anchors.</summary>
    public static IEnumerable<string> Named(MarkdownPage page) => Link().Matches(page.Prose).Select(m => m.Groups["to"].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal))
        .Select(to => Resolve(page, to));

    public static bool IsKnown(string link)
    {
        string[] parts = link.Split('#');
        string file = RepositoryRoot.Combine(parts[0]);
        return File.Exists(file) && (parts.Length == 1 || Heading().Matches(MarkdownPage.Read(parts[0]).Prose).Any(m => Anchor(m.Groups["text"].Value) == parts[1]));
    }

    private static string Resolve(MarkdownPage page, string to)
    {
        string[] parts = to.Split('#', 2);
        string path = parts[0].Length == 0 ? page.Path : Path.GetRelativePath(".", Path.Combine(Path.GetDirectoryName(page.Path)!, parts[0])).Replace('\\', '/');
        return parts.Length == 1 ? path : $"{path}#{parts[1]}";
    }

    // As GitHub makes it of a heading.
    private static string Anchor(string heading) => NoLetter().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("""\]\((?<to>[^)\s]+)\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("""^#+ (?<text>.+)$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("""[^\p{L}\p{N} _-]""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoLetter();
}
