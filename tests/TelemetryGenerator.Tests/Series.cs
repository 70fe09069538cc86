namespace TelemetryGenerator.Tests;

/// <summary>One time series: a name, its labels and its samples in ascending time.</summary>
public sealed record Series(string Name, IReadOnlyDictionary<string, string> Labels)
{
    public SortedList<long, double> Samples { get; } = [];

    public string this[string label] => Labels.GetValueOrDefault(label, "");

    public static Series Parse(string text)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var labels = text[(open + 1)..^1].Split(',').Select(l => l.Split('=', 2)).ToDictionary(l => l[0], l => l[1].Trim('"'));
        return new(text[..open], labels);
    }

    /// <summary>The pairs of successive samples within [from, to].</summary>
    public IEnumerable<(double Before, double After)> StepsWithin(long from, long to)
    {
        var within = Samples.Where(s => s.Key >= from && s.Key <= to).Select(s => s.Value).ToList();
        return within.Zip(within.Skip(1));
    }

    /// <summary>How often the counter moved up between the samples of [from, to]; a fall is a restart at 0.</summary>
    public double Increase(long from, long to) => StepsWithin(from, to).Sum(s => s.After >= s.Before ? s.After - s.Before : s.After);
}
