using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>Where a page of a list ended, as an opaque text.</summary>
internal static class PageCursor
{
    /// <summary>Writes the keys of the last entry of a page.</summary>
    public static string Of(params string[] keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <summary>Reads a cursor.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="count">How many keys it has to hold.</param>
    /// <returns>The keys; null when it is no cursor of this kind.</returns>
    public static string[]? Read(string cursor, int count)
    {
        if (!Base64Url.IsValid(cursor)) return null;
        try
        {
            string[]? keys = JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)));
            return keys?.Length == count && keys.All(k => k?.Contains('\0', StringComparison.Ordinal) == false) ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
