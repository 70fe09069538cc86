using System.Globalization;
using System.Text;
using SloFunctions.Domain.Results;

namespace SloFunctions.Domain.Graph;

/// <summary>
/// The name by which a service is known in the catalogue and in telemetry labels: 1 to 255 characters without control,
/// format, surrogate-half or separator characters and without white space at its ends. Compared ordinally.
/// </summary>
public readonly record struct ServiceId
{
    /// <summary>The most characters (UTF-16 units) an id may have.</summary>
    public const int MaxLength = 255;

    private ServiceId(string value) => Value = value;

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>Reads an id that arrives from outside.</summary>
    /// <param name="text">The text; null counts as missing.</param>
    /// <param name="field">The field to name when the text is refused.</param>
    public static Result<ServiceId> Parse(string? text, string field) =>
        Complaint(text) is { } complaint ? Error.Invalid(field, complaint) : new ServiceId(text!);

    /// <summary>Takes an id that was accepted before, from our own database for example.</summary>
    /// <exception cref="ArgumentException">The text is no valid id after all.</exception>
    public static ServiceId Of(string text) =>
        Complaint(text) is { } complaint ? throw new ArgumentException(complaint, nameof(text)) : new ServiceId(text);

    /// <summary>Why <paramref name="text"/> is no valid id, as a sentence; null when it is one.</summary>
    public static string? Complaint(string? text) => text switch
    {
        null => "A service id is required.",
        "" => "A service id must not be empty.",
        { Length: > MaxLength } => $"A service id has at most {MaxLength} characters; this one has {text.Length}.",
        _ when char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) => "A service id must not begin or end with white space.",
        _ when HasUnprintable(text) => "A service id must not contain control or other unprintable characters.",
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool HasUnprintable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar) return true;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned)
            {
                return true;
            }
        }

        return false;
    }
}
