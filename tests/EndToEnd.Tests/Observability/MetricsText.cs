using System.Globalization;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Observability;

/// <summary>Metrics as a scraper reads them.</summary>
internal static partial class MetricsText
{
    /// <summary>The samples of a metric: labels by name, and the value.</summary>
    public static IReadOnlyList<(IReadOnlyDictionary<string, string> Labels, double Value)> Samples(string text, string name) =>
        [.. text.Split('\n').Select(line => Line().Match(line)).Where(m => m.Success && m.Groups["name"].Value == name).Select(Sample)];

    private static (IReadOnlyDictionary<string, string> Labels, double Value) Sample(Match line) => (
        Label().Matches(line.Groups["labels"].Value).ToDictionary(l => l.Groups["name"].Value, l => l.Groups["value"].Value, StringComparer.Ordinal),
        double.Parse(line.Groups["value"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<value>\S+)$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>([^\"\\\\]|\\\\.)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
