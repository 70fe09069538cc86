using System.Globalization;
using System.Text;

namespace SloFunctions.Application.Notifications;

/// <summary>Texts of people in messages to people: one line, cut to length, without characters that change how others are read.</summary>
internal static class MessageText
{
    /// <summary>The text on one line. Control and format characters, such as those that turn the direction of writing, become spaces.</summary>
    public static string Line(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            bool isHidden = Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (isHidden) line.Append(' ');
            else line.Append(rune.ToString());
            if (line.Length > most) break;
        }

        return Cut(line.ToString(), most);
    }

    /// <summary>The text, with an ellipsis in place of what is beyond its length.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        int end = most - 1;
        // A character outside the basic plane takes two places.
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
