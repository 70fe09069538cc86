using System.Globalization;
using System.Text;

namespace SloFunctions.Application.Graph;

/// <summary>Counts what is passed over. Keeps little, however much there is and whatever it looks like.</summary>
internal sealed class SkippedTally
{
    private const int MostReasons = 50;
    private const int MostExamples = 5;
    private const int MostCharacters = 200;

    private readonly Dictionary<string, (int Count, List<string> Examples)> reasons = new(StringComparer.Ordinal);

    public void Add(string reason, string where)
    {
        string known = reasons.Count < MostReasons || reasons.ContainsKey(Line(reason)) ? Line(reason) : "other reasons";
        var (count, examples) = reasons.GetValueOrDefault(known, (0, []));
        if (examples.Count < MostExamples) examples.Add(Line(where));
        reasons[known] = (count + 1, examples);
    }

    public IReadOnlyList<SkippedEntries> ToEntries() =>
        [.. reasons.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new SkippedEntries(r.Key, r.Value.Count, r.Value.Examples))];

    // These lines are logged: a name must neither begin a line of its own nor hide what stands beside it.
    private static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= MostCharacters) return line.Append('…').ToString();
            line.Append(IsPrintable(rune) ? rune : Rune.ReplacementChar);
        }

        return line.ToString();
    }

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
