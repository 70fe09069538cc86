using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Numbers of log events that pages name: in KQL, after the word event, and every number of four digits in the text that could be one.</summary>
internal static partial class LogEvents
{
    private static readonly Lazy<HashSet<string>> Known = new(() =>
    [
        .. SourceFiles.Below("src", "*.cs").Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal))
            .SelectMany(file => Declaration().Matches(SourceFiles.Read(file)).Select(m => m.Groups["id"].Value)),
    ]);

    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("kql").SelectMany(block => block.Split('|')).Where(part => part.Contains("EventId", StringComparison.Ordinal))
            .SelectMany(part => Quoted().Matches(part).Select(m => m.Groups["id"].Value))
            .Concat(Told().Matches(page.Words).Select(m => m.Groups["id"].Value))
            .Concat(Bare().Matches(page.Words).Select(m => m.Value));

    public static bool IsKnown(string id) => Known.Value.Contains(id);

    [GeneratedRegex("""LoggerMessage\((?<id>\d+), LogLevel""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex("""'(?<id>\d+)'""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""\b[Ee]vents? (?<id>\d+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Told();

    // Not parts of other numbers, dates or versions.
    [GeneratedRegex("""(?<![\d,.:-])[1-5]\d{3}(?![\d-]|[,.:]\d)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bare();
}
