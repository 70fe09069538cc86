using System.Security.Claims;
using System.Text.Json;

namespace SloFunctions.Functions.Access;

/// <summary>Reads the values of claims.</summary>
internal static class ClaimValues
{
    private const int MostCharacters = 255;

    /// <summary>The values of a claim; of a member of a claim when no claim has the name and it is a path with dots.</summary>
    /// <returns>Values that can be written to a database and a log: 1 to 255 characters, none of them a control character.</returns>
    public static IEnumerable<string> Of(ClaimsPrincipal principal, string name)
    {
        string[] values = [.. principal.FindAll(name).Select(c => c.Value)];
        string[] path = name.Split('.');
        if (values.Length == 0 && path.Length > 1) values = [.. principal.FindAll(path[0]).SelectMany(c => Follow(c.Value, path.AsSpan(1)))];
        return values.Where(IsUsable);
    }

    public static bool IsUsable(string value) => value.Length <= MostCharacters && !string.IsNullOrWhiteSpace(value) && !value.Any(char.IsControl);

    private static string[] Follow(string json, ReadOnlySpan<string> path)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var at = document.RootElement;
            foreach (string step in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at)) return [];
            }

            return [.. Strings(at)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The claim is no object, or holds text that is no Unicode.
            return [];
        }
    }

    private static IEnumerable<string> Strings(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
        _ => [],
    };
}
