using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Labels by which expressions choose and group metrics of ours.</summary>
internal static partial class Labels
{
    // What Prometheus adds to what it scrapes, and to histograms.
    private static readonly string[] OfPrometheus = ["instance", "job", "le"];

    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Metrics.Sources.SelectMany(text => Constant().Matches(text).Select(m => m.Groups["name"].Value)), .. OfPrometheus]);

    public static IEnumerable<string> Named(MarkdownPage page)
    {
        string[] ours = [.. page.Blocks("promql").Where(block => block.Contains("slo_", StringComparison.Ordinal))];
        return ours.Concat(page.Spans).SelectMany(code => Selector().Matches(code).SelectMany(m => Matcher().Matches(m.Value)).Select(m => m.Groups["name"].Value))
            .Concat(ours.SelectMany(block => Grouping().Matches(block).SelectMany(m => m.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))));
    }

    public static bool IsKnown(string name) => Known.Value.Contains(name);

    [GeneratedRegex("\"(?<name>[a-z_]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("""slo_[a-z_]+\{[^}]*\}""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Selector();

    [GeneratedRegex("(?<name>\\w+)\\s*(=~|!~|!=|=)\\s*\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Matcher();

    [GeneratedRegex("""\b(by|without) \((?<names>[^)]*)\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouping();
}
