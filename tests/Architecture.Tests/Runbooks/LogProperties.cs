using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>What KQL reads of the properties of a log line or a metric.</summary>
internal static partial class LogProperties
{
    // What the exporter and the app's scopes add to every line.
    private static readonly string[] Added = ["EventId", "exception.type", "request_id"];

    private static readonly Lazy<HashSet<string>> Known = new(() =>
    [
        .. SourceFiles.Below("src", "*.cs").Where(file => !file.StartsWith("src/StandIns/", StringComparison.Ordinal))
            .SelectMany(file => Template().Matches(SourceFiles.Read(file)).SelectMany(m => Place().Matches(m.Groups["text"].Value)))
            .Select(m => m.Groups["name"].Value),
        .. Added,
    ]);

    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("kql").Concat(page.Spans).SelectMany(code => Property().Matches(code).Select(m => m.Groups["name"].Value));

    public static bool IsKnown(string name) => Known.Value.Contains(name) || Labels.IsKnown(name);

    [GeneratedRegex("""LoggerMessage\(\d+, LogLevel\.\w+, "(?<text>[^"]*)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Template();

    [GeneratedRegex("""\{(?<name>[^}:]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("""Properties(\.|\[')(?<name>[A-Za-z_.]*[A-Za-z])""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Property();
}
