namespace SloFunctions.Infrastructure.Tests.Prometheus;

/// <summary>Series that carry label values of every kind, chosen and drawn.</summary>
public sealed class LabelValues : BackfilledPrometheus
{
    private const string Alphabet = "ab01 \\\"'`\n\r\t{}[]()|.*+?^$#,=~!<>&%;:/-_\u00e9\u65e5\u2028\u0001\u007f";

    private static readonly string[] Chosen =
    [
        "plain", @"\", @"\\", @"\\\", "\"", "\"\"", "\n", "\r\n", "\t", @"\n", @"\d+", @"\Q.*\E", "\"} or vector(1) or up{a=\"", "'", "`", "${x}", "$0",
        ".", ".*", "a|b", "(?i)a", "[^a]", "^a$", "a{2,3}", "#comment", "日本語", "🛒", "\u2028", "\ufeff", "e\u0301", new string('a', 10_000),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Chosen.Concat(Drawn(200)).Distinct(StringComparer.Ordinal)];

    internal override void Write(MetricsText text)
    {
        for (var i = 0; i < All.Count; i++)
            text.Counter("carrying", [("value", All[i]), ("number", $"{i}")], [(0, i)]);
    }

    private static IEnumerable<string> Drawn(int count)
    {
        var random = new Random(20_260_310);
        for (var i = 0; i < count; i++)
            yield return new string(random.GetItems<char>(Alphabet, random.Next(1, 12)));
    }
}
