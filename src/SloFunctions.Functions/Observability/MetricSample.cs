namespace SloFunctions.Functions.Observability;

/// <summary>One line of a metric.</summary>
/// <param name="Suffix">What follows the metric's name, such as <c>_bucket</c>; mostly nothing.</param>
/// <param name="Labels">Names and values; values can be any text.</param>
/// <param name="Value">The value.</param>
internal readonly record struct MetricSample(string Suffix, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value)
{
    /// <summary>A value with labels.</summary>
    public static MetricSample Of(double value, params KeyValuePair<string, string>[] labels) => new("", labels, value);
}
