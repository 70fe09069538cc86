using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using SloFunctions.Application.Validation;

namespace SloFunctions.Application.Graph;

/// <summary>Where a page of a list ended, as an opaque text.</summary>
internal static class PageCursor
{
    /// <summary>Writes the keys of the last entry of a page.</summary>
    public static string Of(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>Reads the cursor of a request.</summary>
    /// <param name="cursor">The text; null for the first page.</param>
    /// <param name="read">Makes an entry's place of its keys; null when they are none.</param>
    /// <param name="errors">Takes note of a text that is no cursor of this list.</param>
    public static T? Read<T>(string? cursor, Func<string[], T?> read, FieldErrors errors)
    {
        if (cursor is null) return default;
        if (Keys(cursor) is { } keys && read(keys) is { } place) return place;
        errors.Add("cursor", "A next_cursor of an earlier answer is expected.");
        return default;
    }

    /// <summary>The one key of an entry that is found by its UUID; null when the keys are others.</summary>
    public static Guid? Id(string[] keys) => keys is [var text] && Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static string[]? Keys(string cursor)
    {
        if (!Base64Url.IsValid(cursor)) return null;
        try
        {
            string[]? keys = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)));
            return keys?.All(k => k?.Contains('\0', StringComparison.Ordinal) == false) == true ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
