using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.LocalHost.EventGrid;

/// <summary>What Event Grid sends: an event, or an array of them.</summary>
internal static class EventGridBody
{
    // What is nested deeper within one event is the function's to refuse, not a reason to lose the others.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    /// <summary>Reads a request's body; null when it is neither an object nor an array.</summary>
    public static async Task<JsonElement?> ReadAsync(HttpRequest request)
    {
        // As a text, so that bytes that are no UTF-8 are replaced.
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
    }

    /// <summary>Reads a text; null when it is neither an object nor an array.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return document.RootElement is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } root ? root.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of each event.</summary>
    public static BinaryData[] Events(JsonElement body) => body.ValueKind == JsonValueKind.Array
        ? [.. body.EnumerateArray().Select(Text)]
        : [Text(body)];

    /// <summary>The code that a subscription is to be confirmed with; null when there is none.</summary>
    public static string? ValidationCode(JsonElement body)
    {
        var first = body.ValueKind != JsonValueKind.Array ? body : body.EnumerateArray().FirstOrDefault();
        try
        {
            return Property(first, "data") switch
            {
                // In the CloudEvents schema the data is a text that holds JSON.
                { ValueKind: JsonValueKind.String } text when Parse(text.GetString()!) is { } inner => Code(inner),
                { } data => Code(data),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is found only when it is unescaped.
            return null;
        }
    }

    private static string? Code(JsonElement data) =>
        Property(data, "validationCode") is { ValueKind: JsonValueKind.String } code ? code.GetString() : null;

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    private static BinaryData Text(JsonElement element) => BinaryData.FromString(element.GetRawText());
}
