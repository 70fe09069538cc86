using System.Globalization;

namespace TelemetryGenerator.Tests;

/// <summary>OpenMetrics text read back without the generator's help: series by their label text, samples by time.</summary>
public sealed class MetricsText
{
    private readonly Dictionary<string, Series> series = [];

    public IEnumerable<Series> All => series.Values;

    public List<string> Comments { get; } = [];

    /// <summary>The names of the samples in the order of their runs.</summary>
    public List<string> Runs { get; } = [];

    public static MetricsText Read(IEnumerable<string> lines)
    {
        var text = new MetricsText();
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                text.Comments.Add(line);
                continue;
            }

            var close = line.IndexOf('}', StringComparison.Ordinal);
            var key = line[..(close + 1)];
            var values = line[(close + 2)..].Split(' ');
            if (!text.series.TryGetValue(key, out var series))
            {
                text.series[key] = series = Series.Parse(key);
            }

            if (text.Runs.Count == 0 || text.Runs[^1] != series.Name)
            {
                text.Runs.Add(series.Name);
            }

            series.Samples.Add(long.Parse(values[1], CultureInfo.InvariantCulture), double.Parse(values[0], CultureInfo.InvariantCulture));
        }

        return text;
    }

    public IEnumerable<Series> Of(string name, string service) => All.Where(s => s.Name == name && s["service"] == service);
}
