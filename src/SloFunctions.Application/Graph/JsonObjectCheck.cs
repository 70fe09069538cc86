using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>Whether a JSON object from outside can be stored as it is.</summary>
public static class JsonObjectCheck
{
    /// <summary>Why <paramref name="element"/> cannot be stored, as a sentence; null when it can.</summary>
    public static string? Complaint(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object) return "A JSON object is expected.";
        if (Length(element) is not { } length) return "The text is not valid UTF-8.";
        if (length > GraphLimits.JsonLength) return $"At most {GraphLimits.JsonLength} characters of JSON are accepted.";
        return Walk(element, 1);
    }

    // The parser leaves the bytes inside of strings unread until somebody asks for them.
    private static int? Length(JsonElement element)
    {
        try
        {
            return element.GetRawText().Length;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Walk(JsonElement element, int depth)
    {
        if (depth > GraphLimits.JsonDepth && element.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            return $"At most {GraphLimits.JsonDepth} levels of nesting are accepted.";
        return element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(p => NameComplaint(p) ?? Walk(p.Value, depth + 1)).FirstOrDefault(c => c is not null),
            JsonValueKind.Array => element.EnumerateArray().Select(item => Walk(item, depth + 1)).FirstOrDefault(c => c is not null),
            JsonValueKind.String => TextComplaint(element),
            JsonValueKind.Number => NumberComplaint(element),
            _ => null,
        };
    }

    private static string? NameComplaint(JsonProperty property)
    {
        try
        {
            return property.Name.Contains('\0', StringComparison.Ordinal) ? NullCharacter : null;
        }
        catch (InvalidOperationException)
        {
            return HalfSurrogate;
        }
    }

    private static string? TextComplaint(JsonElement element)
    {
        try
        {
            return element.GetString()!.Contains('\0', StringComparison.Ordinal) ? NullCharacter : null;
        }
        catch (InvalidOperationException)
        {
            return HalfSurrogate;
        }
    }

    // The database keeps numbers exactly but not of any size: 1e999999 would be refused there, 1e-99999 fill its page.
    private static string? NumberComplaint(JsonElement element) =>
        element.TryGetDouble(out double value) && double.IsFinite(value) && element.GetRawText().Length <= 40 && (value != 0 || IsZero(element))
            ? null
            : "A number is out of range.";

    private static bool IsZero(JsonElement element) =>
        element.GetRawText().TakeWhile(c => c is not ('e' or 'E')).All(c => c is '0' or '.' or '-');

    private const string NullCharacter = "The character U+0000 is not accepted.";
    private const string HalfSurrogate = "Half of a surrogate pair is not accepted.";
}
