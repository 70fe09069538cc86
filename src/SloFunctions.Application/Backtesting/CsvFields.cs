namespace SloFunctions.Application.Backtesting;

/// <summary>The fields of a line of comma-separated values (RFC 4180), a field never longer than its line.</summary>
internal static class CsvFields
{
    private const int ShownCharacters = 40;

    /// <summary>Splits a line, white space around fields removed.</summary>
    /// <param name="line">The line; replaced by its unquoted form where there are quotes.</param>
    /// <param name="ranges">Where the fields are; one place more than are expected.</param>
    /// <param name="count">How many there are; at most the length of <paramref name="ranges"/>.</param>
    /// <returns>What is wrong, as a sentence; null when nothing is.</returns>
    public static string? Split(ref ReadOnlySpan<char> line, scoped Span<Range> ranges, out int count)
    {
        if (line.Contains('"')) return Unquote(ref line, ranges, out count);
        count = line.Split(ranges, ',', StringSplitOptions.TrimEntries);
        return null;
    }

    /// <summary>A field as it may be shown: short and printable.</summary>
    public static string Quoted(ReadOnlySpan<char> text)
    {
        char[] shown = text[..Math.Min(text.Length, ShownCharacters)].ToArray();
        for (int i = 0; i < shown.Length; i++) shown[i] = shown[i] is >= ' ' and <= '~' ? shown[i] : '?';
        return $"'{new string(shown)}{(text.Length > ShownCharacters ? "…" : "")}'";
    }

    private static string? Unquote(ref ReadOnlySpan<char> line, scoped Span<Range> ranges, out int count)
    {
        char[] text = new char[line.Length];
        int length = 0;
        for (count = 0; count < ranges.Length; count++)
        {
            int begin = length;
            line = line.TrimStart(" \t");
            string? complaint = line is ['"', ..] ? Quotation(ref line, text, ref length) : Plain(ref line, text, ref length);
            if (complaint is not null) return complaint;
            ranges[count] = begin..length;
            if (line.IsEmpty)
            {
                count++;
                break;
            }

            line = line[1..];
        }

        line = text.AsSpan(0, length);
        return null;
    }

    private static string? Plain(ref ReadOnlySpan<char> line, char[] text, ref int length)
    {
        int comma = line.IndexOf(',');
        var field = (comma < 0 ? line : line[..comma]).TrimEnd();
        if (field.Contains('"')) return "A quote stands inside of a field that is not quoted.";
        field.CopyTo(text.AsSpan(length));
        length += field.Length;
        line = comma < 0 ? [] : line[comma..];
        return null;
    }

    private static string? Quotation(ref ReadOnlySpan<char> line, char[] text, ref int length)
    {
        for (int i = 1; i < line.Length; i++)
        {
            if (line[i] != '"' || (i + 1 < line.Length && line[i + 1] == '"'))
            {
                // Two quotes are one.
                if (line[i] == '"') i++;
                text[length++] = line[i];
                continue;
            }

            line = line[(i + 1)..].TrimStart(" \t");
            return line.IsEmpty || line[0] == ',' ? null : "Only a comma may follow a closing quote.";
        }

        return "A quote is not closed.";
    }
}
