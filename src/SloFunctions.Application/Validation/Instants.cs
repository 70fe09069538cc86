using System.Globalization;

namespace SloFunctions.Application.Validation;

/// <summary>Reads instants of requests.</summary>
public static class Instants
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    /// <summary>Reads a required time that says its offset from UTC; null stands for a missing and for a wrong one.</summary>
    public static DateTimeOffset? Instant(this FieldErrors errors, string? text, string field)
    {
        if (DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Styles, out var instant)) return instant;
        errors.Add(field, "A time with its offset from UTC is expected, such as 2026-01-31T12:00:00Z or 2026-01-31T13:00:00+01:00.");
        return null;
    }
}
