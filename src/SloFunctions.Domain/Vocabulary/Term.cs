using System.Globalization;
using System.Text;

namespace SloFunctions.Domain.Vocabulary;

/// <summary>The published names of an enumeration: lowercase snake_case, the same in requests, answers and the database.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public static class Term<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] Values = Enum.GetValues<TEnum>();
    private static readonly string[] Names = [.. Values.Select(v => SnakeCase(v.ToString()))];

    /// <summary>Every name, in the order of declaration, as a text for messages: <c>manual, kubernetes</c>.</summary>
    public static string Choices { get; } = string.Join(", ", Names);

    /// <summary>The published name of <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the declared ones.</exception>
    public static string Name(TEnum value)
    {
        int index = Array.IndexOf(Values, value);
        return index >= 0 ? Names[index] : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a declared value.");
    }

    /// <summary>Finds the value with exactly this name; other spellings and numbers are refused.</summary>
    public static bool TryParse(string? name, out TEnum value)
    {
        int index = Array.IndexOf(Names, name);
        value = index >= 0 ? Values[index] : default;
        return index >= 0;
    }

    /// <summary>The value with a name that this code wrote itself.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static TEnum Of(string name) => TryParse(name, out var value) ? value : throw new FormatException($"'{name}' is none of {Choices}.");

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
