namespace EndToEnd.Tests.Observability;

/// <summary>A span as a collector gets it.</summary>
internal sealed record CollectedSpan(string Name, string Trace, string Id, string Parent, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Reads a span's message.</summary>
    public static CollectedSpan Of(CollectorField span) => new(
        span.All(5).Single().Text,
        span.All(1).Single().Hex,
        span.All(2).Single().Hex,
        string.Concat(span.All(4).Select(p => p.Hex)),
        span.All(9).ToDictionary(a => a.All(1).Single().Text, a => string.Concat(a.All(2).SelectMany(v => v.All(1)).Select(v => v.Text)), StringComparer.Ordinal));
}
