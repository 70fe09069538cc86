using System.Globalization;
using System.Text;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>OpenMetrics text of counters, series by series.</summary>
internal sealed class MetricsText
{
    private readonly SortedDictionary<string, StringBuilder> families = new(StringComparer.Ordinal);

    /// <summary>Midnight of a day on which nothing special happens; samples are placed in seconds from here.</summary>
    public static readonly DateTimeOffset Origin = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the samples of one series of the counter <paramref name="family"/>_total.</summary>
    public MetricsText Counter(string family, (string Label, string Value)[] labels, IEnumerable<(int At, double Value)> samples) =>
        Add($"# TYPE {family} counter\n", family + "_total", labels, samples);

    /// <summary>Adds the samples of one bucket of the histogram <paramref name="family"/>.</summary>
    public MetricsText Bucket(string family, (string Label, string Value)[] labels, IEnumerable<(int At, double Value)> samples) =>
        Add($"# TYPE {family} unknown\n", family, labels, samples);

    public override string ToString() => string.Concat(families.Values) + "# EOF\n";

    private MetricsText Add(string header, string name, (string Label, string Value)[] labels, IEnumerable<(int At, double Value)> samples)
    {
        if (!families.TryGetValue(name, out var text))
            families[name] = text = new StringBuilder(header);
        var series = $"{name}{{{string.Join(',', labels.Select(l => $"{l.Label}=\"{Escape(l.Value)}\""))}}}";
        foreach (var (at, value) in samples)
            text.Append(CultureInfo.InvariantCulture, $"{series} {Text(value)} {Origin.ToUnixTimeSeconds() + at}\n");
        return this;
    }

    private static string Text(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
