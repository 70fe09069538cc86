using System.Text.Json;

namespace SloFunctions.LocalHost.Settings;

/// <summary>Settings files: JSON with comments and trailing commas, as the real host reads them.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file's top object, or null when there is no such file.</summary>
    /// <exception cref="LocalHostException">The file cannot be read or holds no JSON object.</exception>
    public static JsonElement? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new LocalHostException($"{path}: expected a JSON object, found {Kind(document.RootElement)}");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException malformed)
        {
            throw new LocalHostException(
                $"{path}({malformed.LineNumber + 1},{malformed.BytePositionInLine + 1}): not valid JSON: {Reason(malformed)}", malformed);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"{path}: cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The property's value, or null when it is absent or null.</summary>
    public static JsonElement? Property(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        _ => "null",
    };

    // The position is stated once, in front; System.Text.Json repeats it, counted from zero, behind the reason.
    private static string Reason(JsonException malformed) =>
        malformed.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
}
