using System.Text.RegularExpressions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Metrics of ours that pages name in PromQL, in KQL and in the lines.</summary>
internal static partial class Metrics
{
    // Names of the same look that are roles of the database.
    private static readonly string[] Roles = ["slo_app", "slo_owner"];

    private static readonly Lazy<HashSet<string>> Known = new(() => [.. Sources.SelectMany(text => Constant().Matches(text).Select(m => m.Groups["name"].Value))]);

    /// <summary>The sources that name metrics and their labels.</summary>
    public static IEnumerable<string> Sources => SourceFiles.Below("src", "*.cs")
        .Where(file => file.EndsWith("Instruments.cs", StringComparison.Ordinal) || file.EndsWith("Metrics.cs", StringComparison.Ordinal))
        .Select(SourceFiles.Read);

    public static IEnumerable<string> Named(MarkdownPage page) =>
        page.Blocks("promql").Concat(page.Blocks("kql")).SelectMany(block => Token().Matches(block).Select(m => m.Value))
            .Concat(page.Spans.Select(span => Selector().Match(span)).Where(m => m.Success).Select(m => m.Groups["name"].Value))
            .Except(Roles);

    public static bool IsKnown(string name) => Known.Value.Contains(name) || Known.Value.Contains(Suffix().Replace(name, ""));

    [GeneratedRegex("\"(?<name>slo_[a-z_]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constant();

    [GeneratedRegex("""\bslo_[a-z_]+\b""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("""^(?<name>slo_[a-z_]+)(\{[^}]*\})?$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Selector();

    [GeneratedRegex("""_(bucket|count|sum)$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Suffix();
}
