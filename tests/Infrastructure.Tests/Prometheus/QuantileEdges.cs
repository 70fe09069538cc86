using System.Globalization;
using System.Text.RegularExpressions;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>The series and expressions of quantile_edges.yml, in a real server.</summary>
public sealed partial class QuantileEdges : BackfilledPrometheus
{
    public static string File => RepositoryRoot.Combine("tests", "Infrastructure.Tests", "Prometheus", "quantile_edges.yml");

    /// <summary>Each expression with its time in minutes, and its one value or none.</summary>
    public static IReadOnlyList<(string Expression, int Minutes, double? Value)> Expressions { get; } =
        [.. Expression().Matches(System.IO.File.ReadAllText(File)).Select(m => (m.Groups["expr"].Value, int.Parse(m.Groups["time"].Value, CultureInfo.InvariantCulture), Value(m.Groups["value"].Value)))];

    private static IReadOnlyList<(string Metric, (string, string)[] Labels, double?[] Samples)> Series { get; } =
        [.. SeriesLine().Matches(System.IO.File.ReadAllText(File)).Select(m => (m.Groups["metric"].Value, Labels(m.Groups["labels"].Value), Samples(m.Groups["values"].Value)))];

    /// <summary>The last samples of a metric with their upper bounds.</summary>
    public static IEnumerable<(double Bound, long Count)> Buckets(string metric) =>
        Series.Where(s => s.Metric == metric).Select(s => (Bound(s.Labels.Single(l => l.Item1 == "le").Item2), (long)s.Samples[^1]!.Value));

    internal override void Write(MetricsText text)
    {
        foreach (var (metric, labels, samples) in Series)
            text.Bucket(metric, labels, samples.Select((value, minute) => (minute * 60, value)).Where(s => s.value is not null).Select(s => (s.Item1, s.value!.Value)));
    }

    private static double Bound(string text) => text == "+Inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture);

    private static (string, string)[] Labels(string text) => [.. LabelPair().Matches(text).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))];

    // "0+5x10" begins with 0 and adds 5 ten times; "3x2" is 3 three times; "_" is no sample.
    private static double?[] Samples(string text) => [.. text.Split(' ').SelectMany(part =>
    {
        var numbers = part.Split('+', 'x').Select(Value).ToArray();
        return numbers switch
        {
            [var only] => [only],
            [var same, var times] => Enumerable.Repeat(same, (int)times!.Value + 1),
            [var start, var step, var times] => Enumerable.Range(0, (int)times!.Value + 1).Select(i => start + (i * step)),
            _ => throw new FormatException(part),
        };
    })];

    private static double? Value(string text) => text switch
    {
        "" or "_" => null,
        ".inf" => double.PositiveInfinity,
        "-.inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"series: '(?<metric>\w+)\{?(?<labels>[^}']*)\}?', *values: '(?<values>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SeriesLine();

    [GeneratedRegex("(?<name>\\w+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelPair();

    [GeneratedRegex(@"expr: '(?<expr>[^']*)', eval_time: (?<time>\d+)m, exp_samples: \[(\{labels: '[^']*', value: (?<value>[^}]*)\})?\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
