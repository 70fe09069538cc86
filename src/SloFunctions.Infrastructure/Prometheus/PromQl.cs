using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Builds PromQL from checked names and escaped values; nothing else in the project puts text into a query.</summary>
public static partial class PromQl
{
    /// <summary>A selector such as <c>up{job="a"}</c>.</summary>
    /// <param name="metric">A metric name.</param>
    /// <param name="matchers">Matchers made by <see cref="Is"/>, <see cref="IsNot"/>, <see cref="IsOneOf"/> and <see cref="Matches"/>.</param>
    /// <exception cref="ArgumentException">The name is no metric name.</exception>
    public static string Select(string metric, params string[] matchers)
    {
        if (!MetricName().IsMatch(metric)) throw new ArgumentException($"'{metric}' is not a metric name.", nameof(metric));
        return matchers.Length == 0 ? metric : $"{metric}{{{string.Join(',', matchers)}}}";
    }

    /// <summary>The label has this value.</summary>
    public static string Is(string label, string value) => $"{Label(label)}=\"{Escape(value)}\"";

    /// <summary>The label does not have this value.</summary>
    public static string IsNot(string label, string value) => $"{Label(label)}!=\"{Escape(value)}\"";

    /// <summary>The label has one of these values, followed by anything that <paramref name="suffixPattern"/> matches.</summary>
    public static string IsOneOf(string label, IEnumerable<string> values, string suffixPattern = "") =>
        Matches(label, $"(?:{string.Join('|', values.Select(EscapePattern))}){suffixPattern}");

    /// <summary>The whole label matches a regular expression of the RE2 syntax.</summary>
    public static string Matches(string label, string pattern) => $"{Label(label)}=~\"{Escape(pattern)}\"";

    /// <summary>The label holds this number above 0, in any of the ways that client libraries write it: <c>1</c>, <c>1.0</c>, <c>5e-05</c>.</summary>
    public static string IsBound(string label, double value)
    {
        string plain = ((decimal)value).ToString(CultureInfo.InvariantCulture);
        if (value >= 1e-4) return plain.Contains('.', StringComparison.Ordinal) ? Is(label, plain) : IsOneOf(label, [plain], @"(\.0)?");
        string exponent = value.ToString("0.################e-00", CultureInfo.InvariantCulture);
        return IsOneOf(label, [plain, exponent]);
    }

    /// <summary>A list of labels as in <c>by (a, b)</c>.</summary>
    public static string Labels(IEnumerable<string> labels) => $"({string.Join(", ", labels.Select(Label))})";

    /// <summary>A label name.</summary>
    /// <exception cref="ArgumentException">The text is no label name.</exception>
    public static string Label(string label) =>
        LabelName().IsMatch(label) ? label : throw new ArgumentException($"'{label}' is not a label name.", nameof(label));

    /// <summary>The content of a string literal in double quotes.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    // RE2 gives these characters a meaning outside of classes; .NET's own escape also touches spaces and '#', which RE2 refuses to see escaped.
    private static string EscapePattern(string value) => PatternCharacters().Replace(value, @"\$0");

    [GeneratedRegex(@"^[a-zA-Z_:][a-zA-Z0-9_:]*\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex MetricName();

    [GeneratedRegex("^[a-zA-Z_][a-zA-Z0-9_]*\\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex LabelName();

    [GeneratedRegex(@"[\\.+*?()|\[\]{}^$]", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex PatternCharacters();
}
