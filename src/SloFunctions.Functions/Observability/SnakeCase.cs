using System.Collections.Concurrent;
using System.Text;

namespace SloFunctions.Functions.Observability;

/// <summary>Names of fields in log lines.</summary>
internal static class SnakeCase
{
    // The names are those of templates in code, and so few; the limit is there against templates made at run time.
    private const int MostKept = 1000;

    private static readonly ConcurrentDictionary<string, string> Kept = new(StringComparer.Ordinal);

    /// <summary><c>ServiceId</c> becomes <c>service_id</c>.</summary>
    public static string Of(string name)
    {
        if (Kept.TryGetValue(name, out string? known)) return known;
        string made = Convert(name);
        if (Kept.Count < MostKept) Kept.TryAdd(name, made);
        return made;
    }

    private static string Convert(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool startsWord = char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && text[^1] != '_') text.Append('_');
            text.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }

        return text.ToString();
    }
}
