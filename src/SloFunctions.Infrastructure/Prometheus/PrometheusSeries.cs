namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>One series of an answer.</summary>
/// <param name="Labels">Its labels.</param>
/// <param name="Points">Times, to the second, and values; values may be NaN or infinite.</param>
public sealed record PrometheusSeries(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<(DateTimeOffset Time, double Value)> Points)
{
    /// <summary>Puts answers to the same query for successive times together: each series once, with the points of all.</summary>
    internal static IReadOnlyList<PrometheusSeries> Join(IReadOnlyList<IReadOnlyList<PrometheusSeries>> parts) => parts is [var only]
        ? only
        : [.. parts.SelectMany(p => p).GroupBy(s => Key(s.Labels), StringComparer.Ordinal).Select(same =>
            new PrometheusSeries(same.First().Labels, [.. same.SelectMany(s => s.Points)]))];

    // With the length of each value, so that no value can look like the next pair.
    private static string Key(IReadOnlyDictionary<string, string> labels) =>
        string.Concat(labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}\n{l.Value.Length}\n{l.Value}"));
}
